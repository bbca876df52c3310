package dev.quarterdeck.catalog.boto3;

import org.junit.jupiter.api.Test;

class ModelsTest {
    @Test
    void areThoseOfThePinnedBotocore() {
        Boto3.script("scripts/models.py", "--check");
    }
}
