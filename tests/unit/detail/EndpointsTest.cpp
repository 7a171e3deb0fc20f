#include "models/detail/Endpoints.h"
#include "models/text/Json.h"

#include <QTest>

using detail::LiveList;
using detail::Section;

namespace {

LiveList::Content contentOf(const std::string &slice)
{
    LiveList::Content content;
    content.isComplete = true;
    if (!slice.empty())
        content.objects["1"] = std::make_shared<const text::Value>(*text::parseJson(slice));
    return content;
}

std::string wordsOf(const detail::Line &line)
{
    std::string all;
    for (const detail::Part &part : line) {
        all += part.phrase.words;
        for (const detail::Argument &argument : part.phrase.arguments)
            all += (all.empty() ? "" : " ") + argument.text;
    }
    return all;
}

} // namespace

class EndpointsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreAskedForByTheNameOfTheService();
    void eachAddressIsARowWithItsPodAndNode();
    void noneIsSaid();
    void whyTheyAreNotKnownIsSaid();
    void beforeAnAnswerNothingIsSaid();
};

void EndpointsTest::theyAreAskedForByTheNameOfTheService()
{
    const kube::Collection asked = detail::endpointsOf("team-a", "web");
    QCOMPARE(asked.namespaceName, std::string("team-a"));
    QCOMPARE(asked.labelSelector, std::string("kubernetes.io/service-name=web"));
    QCOMPARE(kube::collectionPath(asked.type, asked.namespaceName), std::string("/apis/discovery.k8s.io/v1/namespaces/team-a/endpointslices"));
}

void EndpointsTest::eachAddressIsARowWithItsPodAndNode()
{
    const Section section = detail::endpointsSection(contentOf(R"({"endpoints":[
        {"addresses":["10.0.0.1"],"conditions":{"ready":true},"nodeName":"node-1","targetRef":{"kind":"Pod","namespace":"team-a","name":"web-0"}},
        {"addresses":["10.0.0.2"],"conditions":{"ready":false}},
        {"addresses":["10.0.0.3"],"conditions":{"ready":false,"terminating":true}},
        {"addresses":["10.0.0.4"]}]})"));
    QVERIFY(section.table);
    QCOMPARE(section.table->rows.size(), std::size_t(4));
    const auto &first = section.table->rows[0];
    QCOMPARE(wordsOf(first[0]), std::string("10.0.0.1"));
    QCOMPARE(wordsOf(first[1]), std::string("ready"));
    QVERIFY((first[2][0].link == detail::Reference{"", "Pod", "team-a", "web-0"}));
    QVERIFY((first[3][0].link == detail::Reference{"", "Node", "", "node-1"}));
    QCOMPARE(wordsOf(section.table->rows[1][1]), std::string("not ready"));
    QCOMPARE(wordsOf(section.table->rows[2][1]), std::string("going away"));
    QCOMPARE(wordsOf(section.table->rows[3][1]), std::string("ready"));
}

void EndpointsTest::noneIsSaid()
{
    const Section section = detail::endpointsSection(contentOf({}));
    QVERIFY(!section.table);
    QCOMPARE(section.rows.size(), std::size_t(1));
    QVERIFY(wordsOf(section.rows[0].lines[0]).find("none") == 0);
}

void EndpointsTest::whyTheyAreNotKnownIsSaid()
{
    LiveList::Content content;
    content.state.error = base::makeError(base::ErrorKind::Forbidden, "endpointslices is forbidden");
    const Section section = detail::endpointsSection(content);
    QCOMPARE(section.rows.size(), std::size_t(1));
    QVERIFY(wordsOf(section.rows[0].lines[0]).find("endpointslices is forbidden") != std::string::npos);
}

void EndpointsTest::beforeAnAnswerNothingIsSaid()
{
    const Section section = detail::endpointsSection({});
    QVERIFY(!section.table && section.rows.empty());
}

QTEST_APPLESS_MAIN(EndpointsTest)
#include "EndpointsTest.moc"
