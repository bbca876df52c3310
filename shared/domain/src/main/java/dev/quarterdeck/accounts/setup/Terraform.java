package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.kernel.Json;
import java.util.stream.Collectors;

/** The roles as a Terraform module. Policies stand in it as the JSON that IAM gets. */
public final class Terraform {
    private final Parts parts;
    private final StringBuilder text = new StringBuilder();

    private Terraform(Parts parts) {
        this.parts = parts;
    }

    public static String module(RoleSetup setup, ExternalIds ids) {
        return new Terraform(new Parts(setup, ids)).module();
    }

    private String module() {
        text.append("""
                terraform {
                  required_providers {
                    aws = {
                      source = "hashicorp/aws"
                    }
                  }
                }
                """);
        parts.policies().forEach(this::policy);
        role(RoleNames.READ, "");
        parts.setup()
                .read()
                .documents()
                .keySet()
                .forEach(name -> attach(name, "aws_iam_policy.%s.arn".formatted(id(name))));
        parts.setup().read().attach().forEach(arn -> attach(arn.substring(arn.lastIndexOf('/') + 1), quoted(arn)));
        parts.setup().act().forEach(this::act);
        if (parts.setup().revoker()) {
            role(RoleNames.REVOKER, "");
            inline(RoleNames.REVOKER, "revoke", parts.setup().revokerRights());
        }
        text.append("""

                output "read_role_arn" {
                  value = aws_iam_role.%s.arn
                }
                """.formatted(id(RoleNames.READ)));
        return text.toString();
    }

    private void policy(String name, Json.Obj document) {
        text.append("""

                resource "aws_iam_policy" "%s" {
                  name   = "%s"
                  policy = %s
                }
                """.formatted(id(name), name, json(document)));
    }

    private void role(String name, String boundary) {
        text.append("""

                resource "aws_iam_role" "%s" {
                  name                 = "%s"
                  max_session_duration = %d
                %s  tags = {
                    "%s" = "%s"
                  }
                  assume_role_policy = %s
                }
                """.formatted(
                        id(name),
                        name,
                        parts.setup().maximumSeconds(),
                        boundary,
                        RoleNames.VERSION_TAG,
                        parts.setup().read().version(),
                        json(parts.trust())));
    }

    private void attach(String name, String arn) {
        text.append("""

                resource "aws_iam_role_policy_attachment" "%s" {
                  role       = aws_iam_role.%s.name
                  policy_arn = %s
                }
                """.formatted(id(name), id(RoleNames.READ), arn));
    }

    private void act(ActFamily family) {
        String name = Parts.name(family);
        role(name, "  permissions_boundary = aws_iam_policy.%s.arn\n".formatted(id(RoleNames.BOUNDARY)));
        inline(name, "act", Parts.rights(family));
    }

    private void inline(String role, String policy, Json.Obj document) {
        text.append("""

                resource "aws_iam_role_policy" "%s" {
                  name   = "%s"
                  role   = aws_iam_role.%s.name
                  policy = %s
                }
                """.formatted(id(role), policy, id(role), json(document)));
    }

    /** As a here-document, in which Terraform reads nothing but a dollar or percent sign before a brace. */
    private static String json(Json.Obj document) {
        return "<<JSON\n%s\nJSON".formatted(document.text().replace("${", "$${").replace("%{", "%%{"));
    }

    private static String quoted(String text) {
        return "\"%s\"".formatted(text);
    }

    private static String id(String name) {
        return name.chars()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "_")
                .collect(Collectors.joining());
    }
}
