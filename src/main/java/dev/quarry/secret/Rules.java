package dev.quarry.secret;

import static dev.quarry.secret.Rule.random;
import static dev.quarry.secret.Rule.shaped;

import java.util.List;

/// The kinds of credential that are looked for: those whose shape their issuers have published, then
/// assignments to names that say what they hold. Shapes as documented by the issuers.
final class Rules {

    /// Nothing of a word before it, so that the middle of a longer text is not taken.
    private static final String ALONE = "(?<![A-Za-z0-9_+/-])";

    private static final String END = "(?![A-Za-z0-9_+/-])";

    /// The value of an assignment in the usual notations: `a = "v"`, `a: v`, `"a": "v"`, `a=v`.
    private static final String IS = "[\"'`]?\\]?\\s{0,3}(?:=>|:=|=|:)\\s{0,3}[\"'`]";

    static final List<Rule> SHAPES = List.of(
            shaped(
                    "private key",
                    "-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"
                            + "(?:[^A-Za-z0-9]|\\\\[rn]){0,40}(?:Proc-Type: [^-]{0,80}-[^-]{0,60}-[^\\n]{0,80})?"
                            + "[^A-Za-z0-9]{0,20}[A-Za-z0-9+/]{60,}[^-]{0,20000}(?:-----END (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----)?",
                    "PRIVATE KEY"),
            shaped("AWS access key ID", ALONE + "(?:AKIA|ASIA)[A-Z2-7]{16}" + END, "AKIA", "ASIA"),
            shaped("Amazon Bedrock API key", ALONE + "ABSK[A-Za-z0-9+/]{100,}={0,2}", "ABSK"),
            shaped("Amazon Bedrock API key", "bedrock-api-key-[A-Za-z0-9+/]{40,}={0,2}", "bedrock-api-key-"),
            random(
                    "AWS secret key",
                    "(?i:aws|secret)[A-Za-z_.-]{0,24}(?i:key|secret)" + "[\"'`]?\\s{0,3}(?:=>|:=|=|:)\\s{0,3}[\"'`]?"
                            + "(?<s>[A-Za-z0-9/+]{40})" + END,
                    "aws",
                    "AWS",
                    "Aws",
                    "secret",
                    "SECRET",
                    "Secret"),
            shaped(
                    "GitHub token",
                    ALONE + "gh[pousr]_[A-Za-z0-9]{36,251}" + END,
                    "ghp_",
                    "gho_",
                    "ghu_",
                    "ghs_",
                    "ghr_"),
            shaped("GitHub token", ALONE + "github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}" + END, "github_pat_"),
            shaped("GitLab token", ALONE + "gl(?:pat|dt|rt|ft|cbt|ptt|agent|soat)-[A-Za-z0-9_-]{20,64}", "gl"),
            shaped("Slack token", ALONE + "xox[abposre]-(?:\\d+-)?[A-Za-z0-9-]{20,250}", "xox"),
            shaped("Slack token", ALONE + "xapp-\\d-[A-Z0-9]{8,}-\\d+-[a-z0-9]{30,}", "xapp-"),
            shaped(
                    "Slack webhook",
                    "hooks\\.slack\\.com/(?:services|workflows)/(?<s>T[A-Z0-9]{7,}/[A-Z0-9]{8,}/[A-Za-z0-9]{20,})",
                    "hooks.slack.com"),
            shaped("Stripe key", ALONE + "(?:sk|rk)_live_[A-Za-z0-9]{20,247}" + END, "_live_"),
            shaped("Stripe webhook secret", ALONE + "whsec_[A-Za-z0-9]{32,64}" + END, "whsec_"),
            shaped("Google API key", ALONE + "AIza[A-Za-z0-9_-]{35}" + END, "AIza"),
            shaped("Google OAuth secret", ALONE + "GOCSPX-[A-Za-z0-9_-]{28}" + END, "GOCSPX-"),
            shaped(
                    "OpenAI key",
                    ALONE + "sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}",
                    "T3BlbkFJ"),
            shaped("Anthropic key", ALONE + "sk-ant-[a-z0-9]+-[A-Za-z0-9_-]{80,120}" + END, "sk-ant-"),
            shaped("npm token", ALONE + "npm_[A-Za-z0-9]{36}" + END, "npm_"),
            shaped("PyPI token", ALONE + "pypi-AgE[A-Za-z0-9_-]{50,}", "pypi-AgE"),
            shaped("RubyGems key", ALONE + "rubygems_[a-f0-9]{48}" + END, "rubygems_"),
            shaped("Docker token", ALONE + "dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,40}" + END, "dckr_"),
            shaped("Hugging Face token", ALONE + "hf_[A-Za-z]{34}" + END, "hf_"),
            shaped("SendGrid key", ALONE + "SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}" + END, "SG."),
            shaped("Twilio key", ALONE + "SK[0-9a-f]{32}" + END, "SK"),
            shaped("Mailgun key", ALONE + "key-[0-9a-f]{32}" + END, "key-"),
            shaped("DigitalOcean token", ALONE + "do[opr]_v1_[a-f0-9]{64}" + END, "_v1_"),
            shaped("Shopify token", ALONE + "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}" + END, "shp"),
            shaped("Atlassian token", ALONE + "ATATT3[A-Za-z0-9_=-]{180,200}", "ATATT3"),
            shaped("Databricks token", ALONE + "dapi[a-f0-9]{32}(?:-\\d)?" + END, "dapi"),
            shaped("Grafana token", ALONE + "gl(?:sa|c)_[A-Za-z0-9+/]{32,}[A-Za-z0-9_=]*", "glsa_", "glc_"),
            shaped("HashiCorp Vault token", ALONE + "hv[sb]\\.[A-Za-z0-9_-]{24,300}" + END, "hvs.", "hvb."),
            shaped("Telegram bot token", ALONE + "\\d{8,10}:AA[A-Za-z0-9_-]{33}" + END, ":AA"),
            shaped("age key", "AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}", "AGE-SECRET-KEY-1"),
            random("Azure storage key", "AccountKey=(?<s>[A-Za-z0-9+/]{86}==)", "AccountKey="),
            random(
                    "Azure client secret",
                    ALONE + "[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])",
                    "Q~"),
            shaped(
                    "JSON web token",
                    ALONE + "eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}" + END,
                    "eyJ"),
            random(
                    "authorization header",
                    "(?i:authorization)[\"'`]?\\s{0,3}[:=,]\\s{0,3}[\"'`]?(?i:bearer|basic|token)\\s+"
                            + "(?<s>[A-Za-z0-9+/._~-]{20,}={0,2})",
                    "uthorization",
                    "AUTHORIZATION"),
            random(
                    "password in an address",
                    "[a-z][a-z0-9+.-]{1,20}://[^\\s:/@\"'<>]{1,64}:(?<s>[^\\s:/@\"'<>${}]{6,128})@[A-Za-z0-9]",
                    "://"));

    /// Names whose value is a credential, and the quoted value: without quotes it would mostly be a variable.
    static final Rule ASSIGNMENT = random(
            "secret value",
            "(?i)(?:password|passwd|passphrase|secret|token|api[_.-]?key|apikey"
                    + "|access[_.-]?key|auth[_.-]?key|private[_.-]?key|encryption[_.-]?key|credential|client[_.-]?secret)"
                    + "(?:[_.-]?(?:value|key|string))?" + IS + "(?<s>[^\\s\"'`]{10,200})[\"'`]");

    /// The same without quotes, in files of settings: the whole rest of the line is the value.
    static final Rule SETTING = random(
            "secret value",
            "(?im)^\\s{0,8}(?:export\\s+)?[a-z0-9_.-]{0,40}(?:password|passwd|secret|token|api_?key|access_?key)"
                    + "[a-z0-9_.-]{0,12}\\s{0,3}[=:]\\s{0,3}(?<s>[A-Za-z0-9+/_!@#%^&*.~-]{16,200}={0,2})\\s*$");

    /// One of these letters in a row is in each name above.
    static final List<String> NAMES = List.of("passw", "passp", "secret", "token", "key", "credential");

    private Rules() {}
}
