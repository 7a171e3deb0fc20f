#include "models/kube/OidcRefreshFile.h"

#include <QTest>

using base::SecretText;
using kube::withAuthProviderTokens;

namespace {

const std::string Head = "# my clusters, do not lose this comment\napiVersion: v1\nkind: Config\n";

/// A kubeconfig whose user me has these lines in its config, indented by ten.
std::string kubeConfig(const std::string &lines)
{
    return Head + "users:\n- name: other\n  user:\n    token: abc   # keep\n- name: me\n  user:\n    auth-provider:\n      config:\n"
        "        client-id: kube  # ours\n" + lines + "      name: oidc\nclusters: []\n";
}

} // namespace

class OidcRefreshFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheTokensChange_data();
    void onlyTheTokensChange();
    void whatCannotBeChangedInPlaceIsRefused_data();
    void whatCannotBeChangedInPlaceIsRefused();
    void refusalsHoldNoToken();
};

void OidcRefreshFileTest::onlyTheTokensChange_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const std::string &before, const std::string &after) {
        QTest::newRow(name) << QByteArray::fromStdString(before) << QByteArray::fromStdString(after);
    };
    const auto lines = [&row](const char *name, const std::string &before, const std::string &after) {
        row(name, kubeConfig(before), kubeConfig(after));
    };
    lines("plain", "        id-token: eyJold.a.b # mine\n        refresh-token: old\n",
          "        id-token: eyJ.new # mine\n        refresh-token: \"r/+= 'x'\"\n");
    lines("quoted", "        id-token: \"eyJ\\\"old\"\n        refresh-token:   'it''s old'   # c\n",
          "        id-token: \"eyJ.new\"\n        refresh-token:   'r/+= ''x'''   # c\n");
    lines("not in order", "        refresh-token: old\n        idp-issuer-url: https://a\n        id-token: eyJold\n",
          "        refresh-token: \"r/+= 'x'\"\n        idp-issuer-url: https://a\n        id-token: eyJ.new\n");
    lines("folded block", "        id-token: >-\n          eyJold\n          more\n\n        refresh-token: |\n          old\n",
          "        id-token: \"eyJ.new\"\n        refresh-token: \"r/+= 'x'\"\n");
    lines("quoted over lines", "        id-token: \"eyJ\\\n          old\"\n        refresh-token: 'a\n          b'\n",
          "        id-token: \"eyJ.new\"\n        refresh-token: 'r/+= ''x'''\n");
    row("keys missing", kubeConfig(""),
        Head + "users:\n- name: other\n  user:\n    token: abc   # keep\n- name: me\n  user:\n    auth-provider:\n      config:\n"
        "        id-token: eyJ.new\n        refresh-token: \"r/+= 'x'\"\n        client-id: kube  # ours\n      name: oidc\nclusters: []\n");
    row("flow", "{users: [{name: 한글, user: {}}, {name: me, user: {auth-provider: {name: oidc, config: {id-token: old, refresh-token: 'o'}}}}]}\n",
        "{users: [{name: 한글, user: {}}, {name: me, user: {auth-provider: {name: oidc, config: {id-token: eyJ.new, refresh-token: 'r/+= ''x'''}}}}]}\n");
    row("JSON", R"({"users":[{"name":"me","user":{"auth-provider":{"name":"oidc","config":{"client-id":"k"}}}}]})",
        R"({"users":[{"name":"me","user":{"auth-provider":{"name":"oidc","config":{"id-token": "eyJ.new", "refresh-token": "r/+= 'x'", "client-id":"k"}}}}]})");
    row("no line end", "users:\n- name: me\n  user:\n    auth-provider:\n      config:\n        id-token: a\n        refresh-token: b",
        "users:\n- name: me\n  user:\n    auth-provider:\n      config:\n        id-token: eyJ.new\n        refresh-token: \"r/+= 'x'\"");
    std::string windowsBefore = kubeConfig("        id-token: old\n"), windowsAfter = Head
        + "users:\n- name: other\n  user:\n    token: abc   # keep\n- name: me\n  user:\n    auth-provider:\n      config:\n"
        "        refresh-token: \"r/+= 'x'\"\n        client-id: kube  # ours\n        id-token: eyJ.new\n      name: oidc\nclusters: []\n";
    for (std::string *text : {&windowsBefore, &windowsAfter}) {
        for (std::size_t at = 0; (at = text->find('\n', at)) != std::string::npos; at += 2)
            text->replace(at, 1, "\r\n");
    }
    row("Windows line ends", windowsBefore, windowsAfter);
    row("a second document", kubeConfig("        id-token: a\n        refresh-token: b\n") + "---\nother: [1, 2]\n",
        kubeConfig("        id-token: eyJ.new\n        refresh-token: \"r/+= 'x'\"\n") + "---\nother: [1, 2]\n");
}

void OidcRefreshFileTest::onlyTheTokensChange()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto text = withAuthProviderTokens(before.toStdString(), "me",
                                             {{"id-token", SecretText("eyJ.new")}, {"refresh-token", SecretText("r/+= 'x'")}});
    QVERIFY2(text, text ? "" : text.error().message.c_str());
    QCOMPARE(QByteArray::fromStdString(*text), after);
}

void OidcRefreshFileTest::whatCannotBeChangedInPlaceIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const std::string &text) { QTest::newRow(name) << QByteArray::fromStdString(text); };
    row("an alias that others use", "x: &t old\n" + kubeConfig("        id-token: *t\n"));
    row("an anchor that others use", kubeConfig("        id-token: &t old\n") + "y: *t\n");
    row("a whole config that two users share", "users:\n- name: me\n  user:\n    auth-provider:\n      config: &c\n        id-token: a\n"
        "- name: you\n  user:\n    auth-provider:\n      config: *c\n");
    row("a plain scalar over lines", kubeConfig("        id-token: a\n          b\n"));
    row("the user is gone", Head + "users: []\n");
    row("the user has a token now", "users:\n- name: me\n  user: {token: abc}\n");
    row("config is text", "users:\n- name: me\n  user: {auth-provider: {config: text}}\n");
    row("no YAML", "users: [\n");
    row("empty", "");
}

void OidcRefreshFileTest::whatCannotBeChangedInPlaceIsRefused()
{
    QFETCH(QByteArray, text);
    const auto result = withAuthProviderTokens(text.toStdString(), "me", {{"id-token", SecretText("eyJ.new")}});
    QVERIFY2(!result, result ? result->c_str() : "");
    QCOMPARE(result.error().kind, base::ErrorKind::Unsupported);
    QVERIFY(result.error().message.starts_with("the kubeconfig was left as it is: "));
}

void OidcRefreshFileTest::refusalsHoldNoToken()
{
    const auto result = withAuthProviderTokens(kubeConfig("        id-token: &t canary\n") + "y: *t\n", "me",
                                               {{"id-token", SecretText("canary2")}});
    QVERIFY(!result);
    QVERIFY(result.error().message.find("canary") == std::string::npos);
}

QTEST_APPLESS_MAIN(OidcRefreshFileTest)
#include "OidcRefreshFileTest.moc"
