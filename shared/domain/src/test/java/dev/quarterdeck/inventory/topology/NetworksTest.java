package dev.quarterdeck.inventory.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.topology.Place.Network;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworksTest {
    private final Networks networks = new Networks();

    /** Subnets 1 and 2 are in VPC 1, subnet 3 is in VPC 2. */
    @BeforeEach
    void lay() {
        in("net1", "vpc-1", "v1");
        in("net2", "vpc-1", "v1");
        in("net3", "vpc-2", "v2");
    }

    private void in(String uid, String other, String otherUid) {
        networks.add(edge(uid, "in", other).with("to_uid", Json.of(otherUid)));
    }

    private static Json.Obj edge(String from, String rel, String to) {
        return new Members()
                .put("from_uid", from)
                .put("rel", rel)
                .put("to_arn", to)
                .json();
    }

    private Network of(String uid, String id) {
        return networks.place(new Members()
                        .put("uid", uid)
                        .put("native_id", id)
                        .put("account_id", "111122223333")
                        .put("region", "eu-west-1")
                        .put("type", "AWS::EC2::Instance")
                        .json())
                .network();
    }

    private static Network network(String vpc, String subnet) {
        return new Network(
                Optional.of(vpc).filter(name -> !name.isEmpty()),
                Optional.of(subnet).filter(name -> !name.isEmpty()));
    }

    @Test
    void networksAreInThemselves() {
        assertThat(of("v1", "vpc-1")).isEqualTo(network("vpc-1", ""));
        assertThat(of("net1", "subnet-1")).isEqualTo(network("vpc-1", "subnet-1"));
    }

    @Test
    void aSubnetTellsTheVpcOfWhatIsInIt() {
        in("i", "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1", "net1");

        assertThat(of("i", "i-1")).isEqualTo(network("vpc-1", "subnet-1"));
    }

    @Test
    void whatStandsInSeveralIsInWhatIsAroundAllOfThem() {
        in("two", "subnet-1", "net1");
        in("two", "subnet-2", "net2");
        in("apart", "subnet-1", "net1");
        in("apart", "subnet-3", "net3");
        in("torn", "subnet-1", "net1");
        in("torn", "vpc-2", "v2");

        assertThat(of("two", "two")).isEqualTo(network("vpc-1", ""));
        assertThat(of("apart", "apart")).isEqualTo(Network.NONE);
        assertThat(of("torn", "torn")).isEqualTo(Network.NONE);
    }

    /** As one that another account shares. */
    @Test
    void aSubnetOfWhichNothingElseIsKnownStandsAlone() {
        networks.add(edge("i", "in", "subnet-9"));

        assertThat(of("i", "i-1")).isEqualTo(network("", "subnet-9"));
    }

    @Test
    void otherLinksTellNothingOfNetworks() {
        networks.add(edge("i", "protects", "subnet-1"));
        networks.add(edge("i", "in", "arn:aws:ecs:eu-west-1:111122223333:cluster/vpc"));

        assertThat(of("i", "i-1")).isEqualTo(Network.NONE);
    }
}
