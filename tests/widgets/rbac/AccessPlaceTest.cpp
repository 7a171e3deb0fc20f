#include "widgets/rbac/AccessPlace.h"

#include "widgets/base/Address.h"
#include "widgets/base/WhyNot.h"

#include <QTest>

using namespace rbac;

namespace {

const ObjectRef web{"ServiceAccount", "team-a", "web"};
const ObjectRef jane{"User", {}, "jane"};
const ObjectRef devs{"Group", {}, "devs"};

} // namespace

/// Whose access a page shows, as an address and as people write it.
class AccessPlaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadBackFromAnAddress_data()
    {
        QTest::addColumn<std::vector<ObjectRef>>("middle");
        QTest::addColumn<QString>("question");
        QTest::newRow("nobody") << std::vector<ObjectRef>() << QString();
        QTest::newRow("an account") << std::vector{web} << QString();
        QTest::newRow("several") << std::vector{web, jane, devs} << QString();
        QTest::newRow("a user with everything in the name") << std::vector{ObjectRef{"User", {}, "a,b#c%2C/d \n한글"}} << QString();
        QTest::newRow("a question") << std::vector<ObjectRef>() << QStringLiteral("who can get secrets in #1");
    }
    void isReadBackFromAnAddress()
    {
        QFETCH(std::vector<ObjectRef>, middle);
        QFETCH(QString, question);
        const AccessPlace place{middle, question};
        const base::Address address{QStringLiteral("ask"), {}, {}, place.toPart()};
        const auto read = base::Address::parse(address.toString());
        QVERIFY2(read, qPrintable(address.toString()));
        QVERIFY(AccessPlace::parse(read->tab) == place);
    }

    void isUnderstoodAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<std::vector<ObjectRef>>("meant");
        QTest::newRow("an account") << QStringLiteral("team-a/web") << std::vector{web};
        QTest::newRow("the user name of an account") << QStringLiteral("system:serviceaccount:team-a:web") << std::vector{web};
        QTest::newRow("a reference") << QStringLiteral("ServiceAccount/team-a/web") << std::vector{web};
        QTest::newRow("several") << QStringLiteral(" team-a/web,jane , Group/devs,") << std::vector{web, jane, devs};
        QTest::newRow("a user with an at") << QStringLiteral("jane@example.com") << std::vector{ObjectRef{"User", {}, "jane@example.com"}};
        QTest::newRow("nothing") << QStringLiteral(" , ") << std::vector<ObjectRef>();
    }
    void isUnderstoodAsPeopleWriteIt()
    {
        QFETCH(QString, words);
        QFETCH(std::vector<ObjectRef>, meant);
        const AccessPlace place = AccessPlace::ofWords(words);
        QVERIFY(place.middle == meant);
        QVERIFY(AccessPlace::ofWords(place.words()).middle == meant);
    }

    void identitiesWithoutAPageOfTheirOwnAreShownHere_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a user") << QStringLiteral("users//jane") << QStringLiteral("ask#of:User/jane");
        QTest::newRow("the user name of an account") << QStringLiteral("users//system:serviceaccount:team-a:web") << QStringLiteral("ask#of:ServiceAccount/team-a/web");
        QTest::newRow("a group") << QStringLiteral("groups//system:masters") << QStringLiteral("ask#of:Group/system:masters");
        QTest::newRow("two accounts") << QStringLiteral("serviceaccounts/team-a/web,team-b/api") << QStringLiteral("ask#of:ServiceAccount/team-a/web,ServiceAccount/team-b/api");
        QTest::newRow("two accounts, spelled out") << QStringLiteral("serviceaccounts/team-a/web,serviceaccounts/team-b/api") << QStringLiteral("ask#of:ServiceAccount/team-a/web,ServiceAccount/team-b/api");
        QTest::newRow("an account has a page") << QStringLiteral("serviceaccounts/team-a/web") << QStringLiteral("serviceaccounts/team-a/web");
        QTest::newRow("a page") << QStringLiteral("overview") << QStringLiteral("overview");
    }
    void identitiesWithoutAPageOfTheirOwnAreShownHere()
    {
        QFETCH(QString, address);
        QFETCH(QString, shown);
        QCOMPARE(AccessPlace::addressFor(base::Address::parse(address).value()).toString(), shown);
    }

    void noMoreThanOneGraphShowsAreTaken()
    {
        QStringList many;
        for (int i = 0; i < 100; ++i)
            many << QStringLiteral("User/u%1").arg(i);
        QCOMPARE(AccessPlace::parse(QStringLiteral("of:") + many.join(u',')).middle.size(), std::size_t(20));
        QCOMPARE(AccessPlace::ofWords(many.join(u',')).middle.size(), std::size_t(20));
    }

    void aRefusalPutsTheOneWhoWasRefusedIntoTheMiddle_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<std::vector<ObjectRef>>("middle");
        const QString words = QStringLiteral("secrets \"tls#1\" is forbidden: User \"%1\" cannot get resource \"secrets\" in API group \"\" in the namespace \"team-b\"");
        QTest::newRow("an account") << words.arg(QStringLiteral("system:serviceaccount:team-a:web")) << std::vector{web};
        QTest::newRow("a user") << words.arg(QStringLiteral("jane")) << std::vector{jane};
        QTest::newRow("many lines of it") << (words.arg(QStringLiteral("jane")) + QString(5000, u'\n')) << std::vector{jane};
    }
    void aRefusalPutsTheOneWhoWasRefusedIntoTheMiddle()
    {
        QFETCH(QString, message);
        QFETCH(std::vector<ObjectRef>, middle);
        const auto address = base::whyNotAddress(base::makeError(base::ErrorKind::Forbidden, message.toStdString()));
        QVERIFY(address);
        const auto read = base::Address::parse(address->toString());
        QVERIFY2(read, qPrintable(address->toString()));
        const AccessPlace place = AccessPlace::parse(read->tab);
        QVERIFY(place.middle == middle);
        QCOMPARE(place.question, message.simplified());
    }

    void whatNobodyWasRefusedIsNotExplained_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("message");
        const QString refusal = QStringLiteral("pods is forbidden: User \"jane\" cannot list resource \"pods\" in API group \"\" at the cluster scope");
        QTest::newRow("another kind of error") << int(base::ErrorKind::NotFound) << refusal;
        QTest::newRow("an admission plugin") << int(base::ErrorKind::Forbidden) << QStringLiteral("pods \"web\" is forbidden: exceeded quota: small");
        QTest::newRow("no words") << int(base::ErrorKind::Forbidden) << QString();
    }
    void whatNobodyWasRefusedIsNotExplained()
    {
        QFETCH(int, kind);
        QFETCH(QString, message);
        QVERIFY(!base::whyNotAddress(base::makeError(static_cast<base::ErrorKind>(kind), message.toStdString())));
    }
};

Q_DECLARE_METATYPE(std::vector<rbac::ObjectRef>)

QTEST_MAIN(AccessPlaceTest)
#include "AccessPlaceTest.moc"
