package dev.quarterdeck.testkit.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A region's network: a core VPC with public and private subnets, a data VPC peered with it, doors and walls. */
final class Network {
    /** What other parts build in. */
    record Laid(
            String vpc,
            List<String> publicSubnets,
            List<String> privateSubnets,
            String edgeGroup,
            String appGroup,
            String dataGroup) {}

    private static final List<String> ZONES = List.of("a", "b");

    private final Site site;

    Network(Site site) {
        this.site = site;
    }

    Laid plant() {
        String vpc = vpc("core", "10.20.0.0/16");
        String dataVpc = vpc("data", "10.30.0.0/16");
        var publicSubnets = subnets(vpc, "public", "10.20.%d.0/24", 0);
        var privateSubnets = subnets(vpc, "private", "10.20.%d.0/24", 10);
        subnets(dataVpc, "data", "10.30.%d.0/24", 0);
        routes(vpc, publicSubnets, privateSubnets);
        wall(vpc);
        endpoints(vpc, privateSubnets);
        peer(vpc, dataVpc);
        flowLogs(vpc);
        String edge = group(vpc, "edge", "From the internet to load balancers");
        String app = group(vpc, "app", "From load balancers to applications");
        String data = group(vpc, "data", "From applications to databases");
        group(vpc, "unused-legacy", "Nothing is in it");
        admit(edge, 443, Map.of("IpRanges", List.of(Map.of("CidrIp", "0.0.0.0/0", "Description", "customers"))));
        admit(edge, 22, Map.of("Ipv6Ranges", List.of(Map.of("CidrIpv6", "::/0"))));
        admit(app, 8080, Map.of("UserIdGroupPairs", List.of(Map.of("GroupId", edge))));
        admit(data, 5432, Map.of("UserIdGroupPairs", List.of(Map.of("GroupId", app))));
        return new Laid(vpc, publicSubnets, privateSubnets, edge, app, data);
    }

    private String vpc(String name, String cidr) {
        return site.ask("ec2", "CreateVpc", Map.of("CidrBlock", cidr, "TagSpecifications", Tags.ec2("vpc", name)))
                .text("Vpc.VpcId");
    }

    private List<String> subnets(String vpc, String kind, String cidr, int from) {
        var made = new ArrayList<String>();
        for (String zone : ZONES) {
            var input = Map.of(
                    "VpcId",
                    vpc,
                    "CidrBlock",
                    cidr.formatted(from + made.size()),
                    "AvailabilityZone",
                    site.region() + zone,
                    "TagSpecifications",
                    Tags.ec2("subnet", kind + "-" + zone));
            made.add(site.ask("ec2", "CreateSubnet", input).text("Subnet.SubnetId"));
        }
        return List.copyOf(made);
    }

    private void routes(String vpc, List<String> publicSubnets, List<String> privateSubnets) {
        String gateway = site.ask(
                        "ec2",
                        "CreateInternetGateway",
                        Map.of("TagSpecifications", Tags.ec2("internet-gateway", "core")))
                .text("InternetGateway.InternetGatewayId");
        site.ask("ec2", "AttachInternetGateway", Map.of("InternetGatewayId", gateway, "VpcId", vpc));
        routeTable(vpc, "public", publicSubnets, Map.of("GatewayId", gateway));
        routeTable(vpc, "private", privateSubnets, Map.of("NatGatewayId", natGateway(publicSubnets.getFirst())));
    }

    private String natGateway(String subnet) {
        String address = site.ask(
                        "ec2",
                        "AllocateAddress",
                        Map.of("Domain", "vpc", "TagSpecifications", Tags.ec2("elastic-ip", "nat")))
                .text("AllocationId");
        var input = Map.of(
                "AllocationId", address, "SubnetId", subnet, "TagSpecifications", Tags.ec2("natgateway", "core"));
        return site.ask("ec2", "CreateNatGateway", input).text("NatGateway.NatGatewayId");
    }

    private void routeTable(String vpc, String name, List<String> subnets, Map<String, String> target) {
        String table = site.ask(
                        "ec2",
                        "CreateRouteTable",
                        Map.of("VpcId", vpc, "TagSpecifications", Tags.ec2("route-table", name)))
                .text("RouteTable.RouteTableId");
        var toWorld = new HashMap<String, String>(target);
        toWorld.put("RouteTableId", table);
        toWorld.put("DestinationCidrBlock", "0.0.0.0/0");
        site.ask("ec2", "CreateRoute", toWorld);
        for (String subnet : subnets) {
            site.ask("ec2", "AssociateRouteTable", Map.of("RouteTableId", table, "SubnetId", subnet));
        }
    }

    private void wall(String vpc) {
        String acl = site.ask(
                        "ec2",
                        "CreateNetworkAcl",
                        Map.of("VpcId", vpc, "TagSpecifications", Tags.ec2("network-acl", "core")))
                .text("NetworkAcl.NetworkAclId");
        site.ask(
                "ec2",
                "CreateNetworkAclEntry",
                Map.of(
                        "NetworkAclId",
                        acl,
                        "RuleNumber",
                        100,
                        "Protocol",
                        "6",
                        "RuleAction",
                        "deny",
                        "Egress",
                        false,
                        "CidrBlock",
                        "198.51.100.0/24",
                        "PortRange",
                        Map.of("From", 0, "To", 65535)));
    }

    private void endpoints(String vpc, List<String> subnets) {
        String prefix = "com.amazonaws." + site.region();
        var tags = Tags.ec2("vpc-endpoint", "core");
        site.ask(
                "ec2",
                "CreateVpcEndpoint",
                Map.of(
                        "VpcId",
                        vpc,
                        "ServiceName",
                        prefix + ".s3",
                        "VpcEndpointType",
                        "Gateway",
                        "TagSpecifications",
                        tags));
        site.ask(
                "ec2",
                "CreateVpcEndpoint",
                Map.of(
                        "VpcId", vpc,
                        "ServiceName", prefix + ".secretsmanager",
                        "VpcEndpointType", "Interface",
                        "SubnetIds", subnets,
                        "TagSpecifications", tags));
    }

    private void peer(String vpc, String dataVpc) {
        String peering = site.ask(
                        "ec2",
                        "CreateVpcPeeringConnection",
                        Map.of(
                                "VpcId", vpc,
                                "PeerVpcId", dataVpc,
                                "TagSpecifications", Tags.ec2("vpc-peering-connection", "core-data")))
                .text("VpcPeeringConnection.VpcPeeringConnectionId");
        site.ask("ec2", "AcceptVpcPeeringConnection", Map.of("VpcPeeringConnectionId", peering));
    }

    private void flowLogs(String vpc) {
        site.ask(
                "ec2",
                "CreateFlowLogs",
                Map.of(
                        "ResourceIds",
                        List.of(vpc),
                        "ResourceType",
                        "VPC",
                        "TrafficType",
                        "REJECT",
                        "LogDestinationType",
                        "s3",
                        "LogDestination",
                        "arn:aws:s3:::" + site.worldName(Buckets.LOGS),
                        "TagSpecifications",
                        Tags.ec2("vpc-flow-log", "core")));
    }

    private String group(String vpc, String name, String description) {
        var input = Map.of(
                "GroupName", name,
                "Description", description,
                "VpcId", vpc,
                "TagSpecifications", Tags.ec2("security-group", name));
        return site.ask("ec2", "CreateSecurityGroup", input).text("GroupId");
    }

    private void admit(String group, int port, Map<String, ?> from) {
        var permission = new HashMap<String, Object>(from);
        permission.putAll(Map.of("IpProtocol", "tcp", "FromPort", port, "ToPort", port));
        site.ask(
                "ec2", "AuthorizeSecurityGroupIngress", Map.of("GroupId", group, "IpPermissions", List.of(permission)));
    }
}
