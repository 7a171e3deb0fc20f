#include "widgets/rbac/AccessCommand.h"

#include "tests/unit/rbac/AccessSamples.h"

#include <QTest>

using namespace rbac;

namespace {

const Identity web = Identity::ofServiceAccount({"team-a", "web"});
const Identity jane = Identity::authenticated("jane", {});
const Identity devs = Identity::ofSubject({"Group", {}, "devs"});
const Identity kim{"kim", {"devs", "the others"}, {}};

} // namespace

/// What kubectl would be asked in place of the view.
class AccessCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuestionIsOneOfKubectl_data()
    {
        QTest::addColumn<Identity>("who");
        QTest::addColumn<std::string>("request");
        QTest::addColumn<QString>("command");
        const auto row = [](const char *name, const Identity &who, const char *request, const char *command) { QTest::newRow(name) << who << std::string(request) << QString::fromUtf8(command); };
        row("in a namespace", web, "list /pods @team-a", "kubectl auth can-i list pods -n team-a --as=system:serviceaccount:team-a:web");
        row("a single object", web, "get apps/deployments api@team-b", "kubectl auth can-i get deployments.apps/api -n team-b --as=system:serviceaccount:team-a:web");
        row("a part of it", jane, "get /pods/log web@a", "kubectl auth can-i get pods/web --subresource=log -n a --as=jane");
        row("everywhere", jane, "delete /nodes @", "kubectl auth can-i delete nodes -A --as=jane");
        row("a URL", jane, "get /metrics", "kubectl auth can-i get /metrics --as=jane");
        row("a group", devs, "list /pods @", "kubectl auth can-i list pods -A --as=nobody --as-group=devs");
        row("a user with groups", kim, "list /pods @a", "kubectl auth can-i list pods -n a --as=kim --as-group=devs --as-group='the others'");
    }
    void aQuestionIsOneOfKubectl()
    {
        QFETCH(Identity, who);
        QFETCH(std::string, request);
        QFETCH(QString, command);
        QCOMPARE(askCommand(who, samples::request(request)), command);
    }

    void whoeverLooksNeedsNoOtherName()
    {
        QCOMPARE(askCommand(jane, samples::request("list /pods @a"), kim), QStringLiteral("kubectl auth can-i list pods -n a --as=jane"));
        QCOMPARE(askCommand(kim, samples::request("list /pods @a"), kim), QStringLiteral("kubectl auth can-i list pods -n a"));
        QCOMPARE(listCommand(kim, "a", kim), QStringLiteral("kubectl auth can-i --list -n a"));
        QCOMPARE(listCommand(web, {}, kim), QStringLiteral("kubectl auth can-i --list --as=system:serviceaccount:team-a:web"));
    }

    void rolesAndBindingsAreDescribed()
    {
        QCOMPARE(describeCommand({"RoleBinding", "shop", "it's"}), QStringLiteral("kubectl describe rolebinding 'it'\\''s' -n shop"));
        QCOMPARE(describeCommand({"ClusterRole", {}, "edit"}), QStringLiteral("kubectl describe clusterrole edit"));
    }
};

Q_DECLARE_METATYPE(rbac::Identity)

QTEST_APPLESS_MAIN(AccessCommandTest)
#include "AccessCommandTest.moc"
