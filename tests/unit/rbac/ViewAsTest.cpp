#include "models/rbac/ViewAs.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace rbac;

namespace {

std::vector<std::string> split(const QString &text)
{
    std::vector<std::string> out;
    for (const QString &each : text.split(u',', Qt::SkipEmptyParts))
        out.push_back(each.toStdString());
    return out;
}

base::Error forbidden(const char *words) { return base::makeError(base::ErrorKind::Forbidden, words); }

} // namespace

/// With whose eyes one wants to look, as people write it, and what a server is sent and asks for it.
class ViewAsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsTypedIsUnderstood_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("groups");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a user") << "jane" << "" << "jane" << "" << "User/jane";
        QTest::newRow("an account by its place") << "team-a/web" << "" << "system:serviceaccount:team-a:web" << "" << "ServiceAccount/team-a/web";
        QTest::newRow("an account by its user name") << "system:serviceaccount:team-a:web" << "" << "system:serviceaccount:team-a:web" << "" << "ServiceAccount/team-a/web";
        QTest::newRow("an account by reference") << "ServiceAccount/team-a/web" << "" << "system:serviceaccount:team-a:web" << "" << "ServiceAccount/team-a/web";
        QTest::newRow("a user with a slash") << "User/oidc/jane" << "" << "oidc/jane" << "" << "User/oidc/jane";
        QTest::newRow("two slashes are no account") << "a/b/c" << "" << "a/b/c" << "" << "User/a/b/c";
        QTest::newRow("a slash at the end") << "team-a/" << "" << "team-a/" << "" << "User/team-a/";
        QTest::newRow("a group") << "Group/devs" << "" << "nobody" << "devs" << "Group/devs";
        QTest::newRow("groups alone") << "" << "devs,qa" << "nobody" << "devs,qa" << "Group/devs";
        QTest::newRow("a group twice") << "Group/devs" << "devs,qa" << "nobody" << "devs,qa" << "Group/devs";
        QTest::newRow("a user in groups") << "jane" << "devs,qa" << "jane" << "devs,qa" << "User/jane";
        QTest::newRow("spaces and Korean") << "김 민지 \"mj\"" << "개발 팀" << "김 민지 \"mj\"" << "개발 팀" << "User/김 민지 \"mj\"";
        QTest::newRow("a node") << "system:node:n1" << "" << "system:node:n1" << "" << "User/system:node:n1";
    }

    void whoIsTypedIsUnderstood()
    {
        QFETCH(QString, who);
        QFETCH(QString, groups);
        QFETCH(QString, sent);
        QFETCH(QString, shown);
        const auto read = readViewed(who.toStdString(), split(groups));
        QVERIFY(read);
        QTEST(QString::fromStdString(read->user), "user");
        QVERIFY(read->groups == split(sent));
        QCOMPARE(QString::fromStdString(refOf(*read).text()), shown);
    }

    void whatCannotBeSentIsMisuse_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("groups");
        QTest::newRow("nobody") << "" << "";
        QTest::newRow("a space in front") << " jane" << "";
        QTest::newRow("a space behind") << "jane " << "";
        QTest::newRow("a line break") << "jane\nImpersonate-Group: system:masters" << "";
        QTest::newRow("a group with a return") << "jane" << "devs\r";
        QTest::newRow("a tab at the end of a group") << "jane" << "devs\t";
        QTest::newRow("a delete") << QStringLiteral("ja\x7fne") << "";
    }

    void whatCannotBeSentIsMisuse()
    {
        QFETCH(QString, who);
        QFETCH(QString, groups);
        const auto read = readViewed(who.toStdString(), split(groups));
        QVERIFY(!read);
        QVERIFY(read.error().kind == base::ErrorKind::Misuse && !read.error().message.empty());
    }

    void sixtyFourGroupsAreSentAndMoreAreNot()
    {
        std::vector<std::string> groups;
        for (int i = 0; i < 64; ++i)
            groups.push_back("group-" + std::to_string(i));
        QCOMPARE(readViewed("jane", groups)->groups.size(), std::size_t(64));
        groups.push_back("one more");
        QVERIFY(!readViewed("jane", groups));
    }

    void anAccountKeepsItsOwnGroupsOnlyWithoutOthers()
    {
        QVERIFY(identityOf(*readViewed("team-a/web", {})).isIn("system:serviceaccounts:team-a"));
        QVERIFY(!identityOf(*readViewed("team-a/web", {"devs"})).isIn("system:serviceaccounts:team-a"));
        QVERIFY(identityOf(*readViewed("team-a/web", {"devs"})).isIn("system:authenticated"));
    }

    void theServerAsksForEachName()
    {
        const auto textsOf = [](const kube::Impersonation &who) {
            QStringList texts;
            for (const Request &each : rightsToViewAs(who))
                texts << QString::fromStdString(each.text());
            return texts;
        };
        QCOMPARE(rightsToViewAs(*readViewed("team-a/web", {})).size(), std::size_t(1));
        const Request account = rightsToViewAs(*readViewed("team-a/web", {})).front();
        QCOMPARE(account.verb + ' ' + account.resource + ' ' + account.name + " @" + account.namespaceName, std::string("impersonate serviceaccounts web @team-a"));
        const auto rights = rightsToViewAs(*readViewed("jane", {"devs", "qa"}));
        QVERIFY2(rights.size() == 3 && rights[0].resource == "users" && rights[1].resource == "groups" && rights[2].name == "qa", qPrintable(textsOf(*readViewed("jane", {"devs", "qa"})).join(u'|')));
        QVERIFY(std::ranges::all_of(rights, [](const Request &each) { return each.namespaceName.empty() && each.apiGroup.empty(); }));
    }

    void aRefusalToImpersonateIsToldFromARefusalInSomebodysName_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("missing");
        const QString none;
        QTest::newRow("a user") << R"(users "bob" is forbidden: User "ann" cannot impersonate resource "users" in API group "" at the cluster scope)" << "whole: impersonate users/bob";
        QTest::newRow("an account") << R"(serviceaccounts "web" is forbidden: User "ann" cannot impersonate resource "serviceaccounts" in API group "" in the namespace "team-a")"
                                    << "whole: impersonate serviceaccounts/web";
        QTest::newRow("1.36, of a mode") << R"(users.authentication.k8s.io "bob" is forbidden: User "ann" cannot impersonate:user-info resource "users" in API group "authentication.k8s.io" at the cluster scope)"
                                         << "identity: impersonate:user-info users/bob";
        QTest::newRow("1.36, a path") << R"(forbidden: User "ann" cannot impersonate-on:serviceaccount:get path "/api")" << "request: impersonate-on:serviceaccount:get /api";
        QTest::newRow("1.36, a kind") << R"(pods is forbidden: User "ann" cannot impersonate-on:user-info:list resource "pods" in API group "" in the namespace "a")" << "request: impersonate-on:user-info:list pods/";
        QTest::newRow("in somebody's name") << R"(secrets is forbidden: User "bob" cannot list resource "secrets" in API group "" at the cluster scope)" << none;
        QTest::newRow("somebody called so") << R"(secrets is forbidden: User "cannot impersonate" cannot list resource "secrets" in API group "" at the cluster scope)" << none;
        QTest::newRow("a verb that begins so") << R"(users "bob" is forbidden: User "ann" cannot impersonates resource "users" in API group "" at the cluster scope)" << none;
        QTest::newRow("other words") << "no" << none;
    }

    void aRefusalToImpersonateIsToldFromARefusalInSomebodysName()
    {
        QFETCH(QString, words);
        QFETCH(QString, missing);
        constexpr std::array<const char *, 3> kinds{"whole: ", "identity: ", "request: "};
        const auto refusal = readImpersonationRefusal(forbidden(words.toUtf8().constData()));
        const auto textOf = [&](const Request &right) { return right.verb + ' ' + (right.isUrl() ? right.url : right.resource + '/' + right.name); };
        QCOMPARE(refusal ? QString::fromStdString(kinds[static_cast<std::size_t>(refusal->missing)] + textOf(refusal->right)) : QString(), missing);
        QCOMPARE(refusesImpersonation(forbidden(words.toUtf8().constData())), !missing.isEmpty());
        QVERIFY(!refusesImpersonation(base::makeError(base::ErrorKind::Network, words.toStdString())));
    }
};

QTEST_APPLESS_MAIN(ViewAsTest)
#include "ViewAsTest.moc"
