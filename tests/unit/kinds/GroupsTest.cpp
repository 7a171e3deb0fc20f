#include "models/kinds/Groups.h"

#include <QtTest>

class GroupsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKindIsWrittenInThePluralAsItsDocumentationDoes_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("title");
        QTest::newRow("s") << "Pod" << "pods" << "Pods";
        QTest::newRow("ies") << "NetworkPolicy" << "networkpolicies" << "NetworkPolicies";
        QTest::newRow("es") << "Ingress" << "ingresses" << "Ingresses";
        QTest::newRow("plural already") << "Endpoints" << "endpoints" << "Endpoints";
        QTest::newRow("acronym") << "CSIDriver" << "csidrivers" << "CSIDrivers";
        QTest::newRow("another word") << "Person" << "mice" << "Person";
    }

    void aKindIsWrittenInThePluralAsItsDocumentationDoes()
    {
        QFETCH(QString, kind);
        QFETCH(QString, resource);
        QTEST(QString::fromStdString(kinds::pluralTitle(type("", resource.toStdString(), kind.toStdString()))), "title");
    }

    void kindsStandUnderTheirSubjectsInTheOrderOfTheirImportance()
    {
        kube::ApiCatalog catalog;
        for (const auto &each : {type("example.com", "boats", "Boat"), type("", "secrets", "Secret"), type("apps", "deployments", "Deployment"), type("", "pods", "Pod"),
                                 type("rbac.authorization.k8s.io", "roles", "Role"), type("apps", "controllerrevisions", "ControllerRevision"), type("", "nodes", "Node")})
            catalog.add(each);
        QString text;
        for (const kinds::SubjectGroup &group : kinds::groupBySubject(catalog)) {
            text += QString::number(static_cast<int>(group.subject)) + u':';
            for (const kube::ResourceType &each : group.types)
                text += QString::fromStdString(each.resource) + u' ';
        }
        QCOMPARE(text, QStringLiteral("0:nodes 1:pods deployments controllerrevisions 4:roles 5:secrets 7:boats "));
    }

    void whatCannotBeListedAndWhatIsServedTwiceIsLeftOut()
    {
        kube::ApiCatalog catalog;
        kube::ResourceType review = type("", "bindings", "Binding");
        review.verbs = {"create"};
        for (const auto &each : {review, type("", "events", "Event"), type("events.k8s.io", "events", "Event"), type("metrics.k8s.io", "pods", "PodMetrics")})
            catalog.add(each);
        const auto groups = kinds::groupBySubject(catalog);
        QCOMPARE(groups.size(), 1U);
        QCOMPARE(groups.front().types.size(), 1U);
        QVERIFY(groups.front().types.front().group.empty());
    }

private:
    static kube::ResourceType type(std::string group, std::string resource, std::string kind)
    {
        return {std::move(group), "v1", std::move(resource), {}, std::move(kind), true, {"list", "watch"}, {}, {}, {}};
    }
};

QTEST_APPLESS_MAIN(GroupsTest)

#include "GroupsTest.moc"
