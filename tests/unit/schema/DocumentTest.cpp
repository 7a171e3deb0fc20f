#include "models/schema/Document.h"
#include "tests/support/RecordedOpenApi.h"

#include <QTest>


using namespace schema;

/// What OpenAPI says of fields, from what a real server sent; and what it may cost when the server lies.
class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreToldAsTheServerTellsThem_data();
    void fieldsAreToldAsTheServerTellsThem();
    void whatTheSchemaDoesNotNameHasNoField_data();
    void whatTheSchemaDoesNotNameHasNoField();
    void aListThatIsMergedNamesItsKeys();
    void aTreeHasTheFieldsInTheirOrder();
    void textThatIsNoDocumentIsAnError_data();
    void textThatIsNoDocumentIsAnError();
    void aSchemaThatRefersToItselfEnds_data();
    void aSchemaThatRefersToItselfEnds();
    void onlyReferencesIntoTheDocumentAreFollowed_data();
    void onlyReferencesIntoTheDocumentAreFollowed();
    void aPathIsFollowedNoDeeperThanTheLimit();
    void aPatternThatNeverEndsIsNotRun();
    void twentyMegabytesAreReadInTime();
    void aWideTreeIsCut();
    void aLongDescriptionIsCutBetweenCharacters_data();
    void aLongDescriptionIsCutBetweenCharacters();
    void whoLetGoIsNotWaitedFor();
};

namespace {

const KindName pod{"", "v1", "Pod"};
const KindName train{"rail.example.com", "v1", "Train"};
const KindName thing{"", "v1", "Thing"};

Document documentOf(const std::string &json)
{
    auto document = Document::read(json);
    if (!document)
        qFatal("%s", document.error().message.c_str());
    return std::move(*document);
}

/// A document of one kind, whose schema has these keywords.
Document madeOf(const std::string &keywords, const std::string &others = {})
{
    return documentOf(R"({"paths":{},"components":{"schemas":{"x.Thing":{)" + keywords
                      + R"(,"x-kubernetes-group-version-kind":[{"group":"","version":"v1","kind":"Thing"}]})" + others + "}}}");
}

/// "spec.containers[].image"
Path pathOf(const std::string &text)
{
    Path path;
    std::stringstream parts(text);
    for (std::string part; std::getline(parts, part, '.');) {
        const bool isList = part.ends_with("[]");
        path.push_back({isList ? part.substr(0, part.size() - 2) : part});
        if (isList)
            path.push_back({});
    }
    return path;
}

} // namespace

void DocumentTest::fieldsAreToldAsTheServerTellsThem_data()
{
    QTest::addColumn<bool>("custom");
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<bool>("required");
    QTest::addColumn<std::string>("more");
    QTest::addColumn<std::string>("begins");
    const auto row = [](const char *path, const char *type, bool isRequired, const char *more, const char *begins, bool isCustom = false) {
        QTest::newRow(path) << isCustom << std::string(path) << std::string(type) << isRequired << std::string(more) << std::string(begins);
    };
    row("metadata", "ObjectMeta", false, "", "Standard object's metadata.");
    row("metadata.labels", "map[string]string", false, "", "Map of string keys and values that can be used to organize");
    row("metadata.labels.app", "string", false, "", "");
    row("metadata.creationTimestamp", "Time", false, "date-time", "CreationTimestamp is a timestamp");
    row("metadata.ownerReferences[].uid", "string", true, "", "UID of the referent.");
    row("spec.containers", "[]Container", true, "", "List of containers belonging to the pod.");
    row("spec.containers[]", "Container", false, "", "A single application container");
    row("spec.containers[].name", "string", true, "", "Name of the container specified as a DNS_LABEL.");
    row("spec.containers[].imagePullPolicy", "string", false, "Always|IfNotPresent|Never", "Image pull policy.");
    row("spec.containers[].ports[].containerPort", "integer", true, "int32", "Number of port to expose");
    row("spec.containers[].ports[].protocol", "string", false, "SCTP|TCP|UDP = \"TCP\"", "Protocol for port.");
    row("spec.containers[].resources.limits", "map[string]Quantity", false, "", "Limits describes the maximum amount");
    row("spec.containers[].resources.limits.cpu", "Quantity", false, "", "Quantity is a fixed-point representation");
    row("spec.nodeSelector.disk", "string", false, "", "");
    row("spec", "Object", true, "", "How the train is wished for.", true);
    row("spec.line", "string", true, "red|blue = \"red\"", "The line it runs on", true);
    row("spec.cars", "[]Object", false, "", "Its cars, from the front.", true);
    row("spec.cars[].seats", "integer", false, "int32", "How many people can sit.", true);
    row("spec.speed", "IntOrString", false, "", "The highest speed.", true);
    row("spec.driver.licence", "string", false, "", "The licence.", true);
    row("spec.labels", "map[string]string", false, "", "Words about it.", true);
}

void DocumentTest::fieldsAreToldAsTheServerTellsThem()
{
    QFETCH(bool, custom);
    QFETCH(std::string, path);
    QFETCH(std::string, type);
    QFETCH(bool, required);
    QFETCH(std::string, more);
    QFETCH(std::string, begins);
    const Document document = documentOf(support::recordedOpenApi(custom ? "apis.rail.example.com.v1" : "api.v1"));
    const auto field = document.field(custom ? train : pod, pathOf(path));
    QVERIFY(field);
    QCOMPARE(field->type, type);
    QCOMPARE(field->isRequired, required);
    std::string said = field->format;
    for (const std::string &value : field->values)
        said += (&value == field->values.data() ? "" : "|") + value;
    QCOMPARE(said + (field->fallback.empty() ? "" : " = " + field->fallback), more);
    QCOMPARE(field->description.substr(0, begins.size()), begins);
    QCOMPARE(field->description.empty(), begins.empty());
}

void DocumentTest::whatTheSchemaDoesNotNameHasNoField_data()
{
    QTest::addColumn<std::string>("path");
    for (const char *path : {"nothing", "spec.nothing", "spec.containers.name", "metadata[]", "metadata.name.more", "spec.containers[].resources.limits.cpu.more"})
        QTest::newRow(path) << std::string(path);
}

void DocumentTest::whatTheSchemaDoesNotNameHasNoField()
{
    QFETCH(std::string, path);
    const Document document = documentOf(support::recordedOpenApi("api.v1"));
    QVERIFY(!document.field(pod, pathOf(path)));
    QVERIFY(document.field(pod, {}));
    QVERIFY(!document.field({"", "v1", "Nothing"}, {}));
    QVERIFY(!document.knows(train));
}

void DocumentTest::aListThatIsMergedNamesItsKeys()
{
    const auto ports = documentOf(support::recordedOpenApi("api.v1")).field(pod, pathOf("spec.containers[].ports"));
    QCOMPARE(ports->itemKeys, (std::vector<std::string>{"containerPort", "protocol"}));
    const Document rail = documentOf(support::recordedOpenApi("apis.rail.example.com.v1"));
    QCOMPARE(rail.field(train, pathOf("spec.cars"))->itemKeys, std::vector<std::string>{"name"});
    QVERIFY(rail.field(train, pathOf("spec.extra"))->keepsUnknown);
}

void DocumentTest::aTreeHasTheFieldsInTheirOrder()
{
    const auto tree = documentOf(support::recordedOpenApi("apis.rail.example.com.v1")).tree(train, 4);
    QVERIFY(tree);
    const FieldTree *spec = tree->member("spec");
    QVERIFY(spec);
    std::vector<std::string> names;
    for (const FieldTree &member : spec->members)
        names.push_back(member.name);
    QCOMPARE(names, (std::vector<std::string>{"cars", "driver", "extra", "labels", "line", "speed"}));
    QCOMPARE(spec->member("driver")->member("name")->field.description, std::string("The name on the badge."));
    QCOMPARE(spec->member("cars")->member("seats")->field.type, std::string("integer"));
    QVERIFY(documentOf(support::recordedOpenApi("apis.rail.example.com.v1")).tree(train, 1)->member("spec")->members.empty());
}

void DocumentTest::textThatIsNoDocumentIsAnError_data()
{
    QTest::addColumn<std::string>("text");
    const std::string whole = support::recordedOpenApi("api.v1");
    QTest::newRow("nothing") << std::string();
    QTest::newRow("a page of a proxy") << std::string("<html><body>Sign in</body></html>");
    QTest::newRow("no schemas") << std::string(R"({"openapi":"3.0.0"})");
    QTest::newRow("schemas in a list") << std::string(R"({"components":{"schemas":[]}})");
    QTest::newRow("cut in a string") << whole.substr(0, whole.size() / 2);
    QTest::newRow("cut at the end") << whole.substr(0, whole.rfind("\"x-kubernetes-group-version-kind\""));
    QTest::newRow("a null byte") << std::string(1, '\0');
}

void DocumentTest::textThatIsNoDocumentIsAnError()
{
    QFETCH(std::string, text);
    const auto document = Document::read(text);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, base::ErrorKind::BadInput);
}

void DocumentTest::aSchemaThatRefersToItselfEnds_data()
{
    QTest::addColumn<std::string>("keywords");
    QTest::addColumn<std::string>("others");
    const std::string self = R"({"$ref":"#/components/schemas/x.Thing"})";
    QTest::newRow("a tree of things, which is fine") << R"("description":"A thing.","type":"object","properties":{"child":)" + self + "}" << std::string();
    QTest::newRow("itself and nothing else") << std::string(R"("description":"A thing.","$ref":"#/components/schemas/x.Thing")") << std::string();
    QTest::newRow("made of itself, twice") << R"("description":"A thing.","allOf":[)" + self + ',' + self + "]" << std::string();
    QTest::newRow("a list of itself") << R"("description":"A thing.","type":"array","items":)" + self << std::string();
    QTest::newRow("two that refer to each other") << std::string(R"("description":"A thing.","$ref":"#/components/schemas/y")") << std::string(R"(,"y":{"$ref":"#/components/schemas/x.Thing"})");
}

void DocumentTest::aSchemaThatRefersToItselfEnds()
{
    QFETCH(std::string, keywords);
    QFETCH(std::string, others);
    const Document document = madeOf(keywords, others);
    QCOMPARE(document.field(thing, {})->description, std::string("A thing."));
    QVERIFY(document.tree(thing, 1000));
    if (document.field(thing, pathOf("child")))
        QCOMPARE(document.field(thing, pathOf("child.child.child"))->description, std::string("A thing."));
}

void DocumentTest::onlyReferencesIntoTheDocumentAreFollowed_data()
{
    QTest::addColumn<std::string>("reference");
    for (const char *reference : {"file:///etc/passwd", "http://127.0.0.1:9/x", "//example.com/x", "other.json#/components/schemas/x.Thing", "#/components/parameters/x",
                                  "#/components/schemas/../x.Thing", "#/components/schemas/nothing", "", "#"})
        QTest::newRow(reference) << std::string(reference);
}

void DocumentTest::onlyReferencesIntoTheDocumentAreFollowed()
{
    QFETCH(std::string, reference);
    const Document document = madeOf(R"("properties":{"a":{"description":"Here.","$ref":")" + reference + R"("}})");
    QCOMPARE(document.field(thing, pathOf("a"))->description, std::string("Here."));
    QCOMPARE(document.field(thing, pathOf("a"))->type, std::string());
    QVERIFY(!document.field(thing, pathOf("a.b")));
}

void DocumentTest::aPathIsFollowedNoDeeperThanTheLimit()
{
    const Document document = madeOf(R"("properties":{"a":{"$ref":"#/components/schemas/x.Thing"}})");
    QVERIFY(document.field(thing, Path(Document::MostSteps, Step{"a"})));
    QVERIFY(!document.field(thing, Path(Document::MostSteps + 1, Step{"a"})));
}

void DocumentTest::aPatternThatNeverEndsIsNotRun()
{
    const Document document = madeOf(R"("properties":{"a":{"type":"string","pattern":"^(a+)+$","default":")" + std::string(2000, 'a') + R"(!"}})");
    QCOMPARE(document.field(thing, pathOf("a"))->type, std::string("string"));
}

/// Wide, deep and full of itself: nothing may cost more than the limit, whatever is asked.
void DocumentTest::twentyMegabytesAreReadInTime()
{
    std::string properties, deep;
    for (int i = 0; properties.size() < 20'000'000; ++i)
        properties += (i == 0 ? "\"p" : ",\"p") + std::to_string(i) + R"(":{"description":"One of many.","$ref":"#/components/schemas/x.Thing"})";
    for (int i = 0; i < 200'000; ++i)
        deep += "[{\"a\":";
    const auto begin = std::chrono::steady_clock::now();
    const Document document = madeOf("\"properties\":{" + properties + "},\"default\":" + deep + "0" + [] {
        std::string close;
        for (int i = 0; i < 200'000; ++i)
            close += "}]";
        return close;
    }());
    QCOMPARE(document.field(thing, pathOf("p7"))->description, std::string("One of many."));
    static_cast<void>(document.field(thing, Path(Document::MostSteps, Step{"p99"})));
    static_cast<void>(document.tree(thing, Document::MostSteps));
    // Reading, one field and two questions that go on to the limit; sanitizers and neighbours cost a little more.
    QVERIFY(std::chrono::steady_clock::now() - begin < 5 * Document::Longest);
}

void DocumentTest::aWideTreeIsCut()
{
    std::string properties = "\"first\":{}";
    for (int i = 0; i < 10'000; ++i)
        properties += ",\"p" + std::to_string(i) + "\":{}";
    const auto tree = madeOf("\"properties\":{" + properties + "}").tree(thing, 3);
    QVERIFY(tree->members.size() <= Document::MostFields);
    QCOMPARE(tree->members.front().name, std::string("first"));
}

void DocumentTest::aLongDescriptionIsCutBetweenCharacters_data()
{
    constexpr std::size_t limit = 16 * 1024;
    QTest::addColumn<std::string>("spelling");
    QTest::addColumn<std::size_t>("length");
    QTest::addColumn<std::string>("end");
    const auto row = [](const char *name, std::size_t before, const std::string &escape, std::size_t length, const std::string &end) {
        QTest::newRow(name) << std::string(before, 'a') + escape + std::string(limit, 'b') << length << end;
    };
    row("no escape", 0, "", limit, "b");
    row("an escape at the beginning", 0, "\\n", limit - 1, "b");
    row("a backslash that is escaped, across the limit", limit - 1, "\\\\", limit - 1, "a");
    row("a backslash that is escaped, before the limit", limit - 2, "\\\\", limit - 1, "\\");
    row("a character by its number, across the limit", limit - 5, "\\u00e9", limit - 5, "a");
    row("a character of two bytes, across the limit", limit - 1, "\xc3\xa9", limit + 2, "\xef\xbf\xbd");
}

void DocumentTest::aLongDescriptionIsCutBetweenCharacters()
{
    QFETCH(std::string, spelling);
    QFETCH(std::size_t, length);
    QFETCH(std::string, end);
    const auto field = madeOf(R"("description":")" + spelling + '"').field(thing, {});
    QVERIFY(field);
    QCOMPARE(field->description.size(), length);
    QVERIFY(field->description.ends_with(end));
}

void DocumentTest::whoLetGoIsNotWaitedFor()
{
    std::stop_source source;
    source.request_stop();
    QVERIFY(!documentOf(support::recordedOpenApi("api.v1")).field(pod, pathOf("spec.containers"), source.get_token()));
}

QTEST_APPLESS_MAIN(DocumentTest)
#include "DocumentTest.moc"
