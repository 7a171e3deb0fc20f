#include "models/fields/Record.h"
#include "tests/support/ProtobufWriter.h"

#include <QTest>

#include <string>

using fields::Field;
using fields::Items;
using fields::ObjectReader;
using fields::Plan;
using fields::Record;
using protobuf::bytes;
using protobuf::number;

namespace {

/// Everything a reader has to tell apart, by one plan.
struct PodPlan
{
    Plan plan{"v1", "Pod"};
    Field name = plan.field("metadata.name");
    Field generation = plan.field("metadata.generation");
    Field created = plan.field("metadata.creationTimestamp");
    Field deleted = plan.field("metadata.deletionTimestamp");
    Field node = plan.field("spec.nodeName");
    Field hostNetwork = plan.field("spec.hostNetwork");
    Field phase = plan.field("status.phase");
    Field status = plan.field("status");
    Items labels = plan.items("metadata.labels");
    Items finalizers = plan.items("metadata.finalizers");
    Items volumes = plan.items("spec.volumes");
    Field volumeName = volumes.field("name");
    Field emptyDir = volumes.field("emptyDir");
    Field medium = volumes.field("emptyDir.medium");
    Field sizeLimit = volumes.field("emptyDir.sizeLimit");
    Items containers = plan.items("status.containerStatuses");
    Field ready = containers.field("ready");
    Field restarts = containers.field("restartCount");
    Field waiting = containers.field("state.waiting");
    Field waitingReason = containers.field("state.waiting.reason");
};

const std::string PodJson = R"({ "kind":"Pod","apiVersion":"v1","metadata":{"name":"a\u00e9\"b","uid":"x{[","generation":7,
  "creationTimestamp":"2026-11-21T10:00:00Z","deletionTimestamp":null,"labels":{"app":"web","tier\/x":"1"},"finalizers":["f1","f2"],
  "managedFields":[{"fieldsV1":{"f:metadata":{"f:labels":{"}":{},"\"]":{}}}}}]},
  "spec":{"volumes":[{"name":"cache","emptyDir":{"medium":"Memory","sizeLimit":"1Gi"}},{"name":"none","secret":{}}],"nodeName":"n1"},
  "status":{"phase":"Running","containerStatuses":[{"ready":true,"restartCount":3,"state":{"running":{}}},
    {"ready":false,"restartCount":0,"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}})";

std::string podProtobuf()
{
    const std::string metadata = bytes(1, "aé\"b") + number(7, 7) + bytes(8, number(1, 1795255200) + number(2, 0))
        + bytes(11, bytes(1, "app") + bytes(2, "web")) + bytes(11, bytes(1, "tier/x") + bytes(2, "1")) + bytes(14, "f1")
        + bytes(17, bytes(1, "kubectl")) + bytes(14, "f2");
    const std::string emptyDir = bytes(2, bytes(1, "Memory") + bytes(2, bytes(1, "1Gi")));
    const std::string spec = bytes(1, bytes(1, "cache") + bytes(2, emptyDir)) + bytes(1, bytes(1, "none") + bytes(2, bytes(6, "")))
        + bytes(10, "n1") + number(11, 0);
    const std::string first = bytes(2, bytes(2, "")) + number(4, 1) + number(5, 3);
    const std::string second = bytes(2, bytes(1, bytes(1, "CrashLoopBackOff"))) + number(4, 0) + number(5, 0);
    const std::string status = bytes(1, "Running") + bytes(8, first) + bytes(8, second);
    return bytes(1, metadata) + bytes(2, spec) + bytes(3, status);
}

} // namespace

class ObjectReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonAndProtobufGiveTheSameRecord_data();
    void jsonAndProtobufGiveTheSameRecord();
    void whatIsMissingOrNullIsAbsent();
    void aWrongTypeIsAnErrorThatNamesItsPath_data();
    void aWrongTypeIsAnErrorThatNamesItsPath();
    void brokenJsonIsAnError_data();
    void brokenJsonIsAnError();
    void anEmptyProtobufValueIsAbsentWhereJsonLeavesItOut();
    void aProtobufValueOfAnotherTypeIsAnError();
    void everyCutOfAnObjectIsAnErrorOrARecord();
    void aReaderForgetsTheObjectBefore();
    void intOrStringAndQuantityAreTexts();
    void timesOfEveryFormAreRead_data();
    void timesOfEveryFormAreRead();
};

void ObjectReaderTest::jsonAndProtobufGiveTheSameRecord_data()
{
    QTest::addColumn<bool>("json");
    QTest::newRow("JSON") << true;
    QTest::newRow("protobuf") << false;
}

void ObjectReaderTest::jsonAndProtobufGiveTheSameRecord()
{
    QFETCH(bool, json);
    const PodPlan pod;
    ObjectReader reader(pod.plan);
    const std::string message = podProtobuf();
    const base::Result<Record> read = json ? reader.readJson(PodJson) : reader.readProtobuf(message);
    QVERIFY2(read, read ? "" : read.error().message.c_str());
    const Record &record = *read;

    QCOMPARE(record.text(pod.name), std::string_view("aé\"b"));
    QCOMPARE(record.integer(pod.generation), 7);
    QCOMPARE(record.seconds(pod.created), std::optional<std::int64_t>(1795255200));
    QVERIFY(!record.has(pod.deleted));
    QCOMPARE(record.text(pod.node), std::string_view("n1"));
    QVERIFY(!record.has(pod.hostNetwork));
    QCOMPARE(record.text(pod.phase), std::string_view("Running"));
    QVERIFY(record.has(pod.status));

    std::string labels;
    for (const Record label : record.items(pod.labels))
        labels += std::string(label.text(pod.labels.key())) + '=' + std::string(label.text(pod.labels.value())) + ' ';
    QCOMPARE(labels, std::string("app=web tier/x=1 "));
    QCOMPARE(record.count(pod.finalizers), std::size_t(2));
    QCOMPARE(record.items(pod.finalizers)[1].text(pod.finalizers.value()), std::string_view("f2"));

    const fields::RecordList volumes = record.items(pod.volumes);
    QCOMPARE(volumes.size(), std::size_t(2));
    QVERIFY(volumes[0].has(pod.emptyDir));
    QCOMPARE(volumes[0].text(pod.medium), std::string_view("Memory"));
    QCOMPARE(volumes[0].text(pod.sizeLimit), std::string_view("1Gi"));
    QCOMPARE(volumes[1].text(pod.volumeName), std::string_view("none"));
    QVERIFY(!volumes[1].has(pod.emptyDir));

    const fields::RecordList containers = record.items(pod.containers);
    QCOMPARE(containers.size(), std::size_t(2));
    QVERIFY(containers.front().boolean(pod.ready));
    QCOMPARE(containers.front().integer(pod.restarts), 3);
    QVERIFY(!containers.front().has(pod.waiting));
    QVERIFY(containers[1].has(pod.ready));
    QVERIFY(!containers[1].boolean(pod.ready, true));
    QVERIFY(containers[1].has(pod.waiting));
    QCOMPARE(containers[1].text(pod.waitingReason), std::string_view("CrashLoopBackOff"));
}

void ObjectReaderTest::whatIsMissingOrNullIsAbsent()
{
    const PodPlan pod;
    ObjectReader reader(pod.plan);
    const auto record = reader.readJson(
        R"({"metadata":{"name":null,"labels":null,"creationTimestamp":null},"spec":null,"status":{"containerStatuses":[null]}})");
    QVERIFY(record);
    QVERIFY(!record->has(pod.name));
    QVERIFY(record->items(pod.labels).empty());
    QVERIFY(!record->seconds(pod.created));
    QVERIFY(!record->has(pod.node));
    QCOMPARE(record->integer(pod.generation, 9), 9);
    QVERIFY(record->has(pod.status));
    QCOMPARE(record->count(pod.containers), std::size_t(1));
    QVERIFY(!record->items(pod.containers).front().has(pod.restarts));
    QVERIFY(!Record().has(pod.name));
    QVERIFY(Record().items(pod.labels).empty());
}

void ObjectReaderTest::aWrongTypeIsAnErrorThatNamesItsPath_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("text") << QByteArray(R"({"status":{"phase":3}})") << QByteArray("status.phase: a string is wanted, not a number");
    QTest::newRow("message") << QByteArray(R"({"status":[]})") << QByteArray("status: an object is wanted, not a list");
    QTest::newRow("root") << QByteArray(R"([])") << QByteArray("the object: an object is wanted, not a list");
    QTest::newRow("list") << QByteArray(R"({"metadata":{"finalizers":{}}})")
                          << QByteArray("metadata.finalizers: a list is wanted, not an object");
    QTest::newRow("element") << QByteArray(R"({"metadata":{"finalizers":["a",true]}})")
                             << QByteArray("metadata.finalizers[1]: a string is wanted, not true or false");
    QTest::newRow("map") << QByteArray(R"({"metadata":{"labels":{"app":1}}})")
                         << QByteArray("metadata.labels.app: a string is wanted, not a number");
    QTest::newRow("number") << QByteArray(R"({"status":{"containerStatuses":[{"restartCount":"3"}]}})")
                            << QByteArray("status.containerStatuses[0].restartCount: a number is wanted, not a string");
    QTest::newRow("fraction") << QByteArray(R"({"metadata":{"generation":1.5}})")
                              << QByteArray("metadata.generation: a whole number of 64 bits is wanted, not 1.5");
    QTest::newRow("too large") << QByteArray(R"({"metadata":{"generation":9223372036854775808}})")
                               << QByteArray("metadata.generation: a whole number of 64 bits is wanted, not 9223372036854775808");
    QTest::newRow("boolean") << QByteArray(R"({"spec":{"hostNetwork":"yes"}})")
                             << QByteArray("spec.hostNetwork: true or false is wanted, not a string");
}

void ObjectReaderTest::aWrongTypeIsAnErrorThatNamesItsPath()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, message);
    const PodPlan pod;
    ObjectReader reader(pod.plan);
    const auto record = reader.readJson(json.toStdString());
    QVERIFY(!record);
    QCOMPARE(QByteArray::fromStdString(record.error().message), message);
    QVERIFY(record.error().kind == base::ErrorKind::BadInput);
}

void ObjectReaderTest::brokenJsonIsAnError_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"", " ", "{", "}", "{\"", "{\"metadata", "{\"metadata\"", "{\"metadata\":", "{\"metadata\":{", "nul",
                             "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{} {}", "{}x", "{\"status\":nul}",
                             "{\"status\":{\"phase\":\"\\x\"}}", "{\"status\":{\"phase\":\"\\u12\"}}", "{\"status\":{\"phase\":tru}}",
                             "{\"spec\":{\"hostNetwork\":trux}}", "{\"metadata\":{\"finalizers\":[\"a\",]}}",
                             "{\"metadata\":{\"labels\":{\"a\":\"b\",}}}", "{\"metadata\":{\"labels\":{a:\"b\"}}}",
                             "{\"metadata\":{\"creationTimestamp\":\"yesterday\"}}", "{\"x\":[[[[}"})
        QTest::newRow(json) << QByteArray(json);
}

void ObjectReaderTest::brokenJsonIsAnError()
{
    QFETCH(QByteArray, json);
    const PodPlan pod;
    ObjectReader reader(pod.plan);
    const auto record = reader.readJson(json.toStdString());
    QVERIFY(!record);
    QVERIFY(!record.error().message.empty());
}

void ObjectReaderTest::anEmptyProtobufValueIsAbsentWhereJsonLeavesItOut()
{
    const PodPlan pod;
    ObjectReader reader(pod.plan);
    const std::string message = bytes(1, bytes(1, "") + number(7, 0) + bytes(8, "")) + bytes(2, bytes(10, "") + number(11, 0))
        + bytes(3, bytes(8, number(4, 0) + number(5, 0)));
    const auto record = reader.readProtobuf(message);
    QVERIFY(record);
    QVERIFY(!record->has(pod.name));
    QVERIFY(!record->has(pod.generation));
    QVERIFY(!record->has(pod.created));
    QVERIFY(!record->has(pod.node));
    QVERIFY(!record->has(pod.hostNetwork));
    QVERIFY(record->items(pod.containers).front().has(pod.restarts));   // written by JSON without omitempty
}

void ObjectReaderTest::aProtobufValueOfAnotherTypeIsAnError()
{
    const PodPlan pod;
    ObjectReader reader(pod.plan);
    const auto record = reader.readProtobuf(bytes(3, number(1, 5)));
    QVERIFY(!record);
    QVERIFY2(record.error().message.starts_with("status.phase: "), record.error().message.c_str());
    const auto list = reader.readProtobuf(number(3, 1));
    QVERIFY(!list);
    QVERIFY2(list.error().message.starts_with("status: "), list.error().message.c_str());
}

void ObjectReaderTest::everyCutOfAnObjectIsAnErrorOrARecord()
{
    const PodPlan pod;
    ObjectReader reader(pod.plan);
    const std::string message = podProtobuf();
    for (std::size_t size = 0; size < PodJson.size(); ++size) {
        const std::unique_ptr<char[]> exact(new char[size]);   // so that a sanitizer sees every byte read too much
        PodJson.copy(exact.get(), size);
        QVERIFY(!reader.readJson({exact.get(), size}));
    }
    for (std::size_t size = 0; size < message.size(); ++size) {
        const std::unique_ptr<char[]> exact(new char[size]);
        message.copy(exact.get(), size);
        (void)reader.readProtobuf({exact.get(), size}).has_value();
    }
}

void ObjectReaderTest::aReaderForgetsTheObjectBefore()
{
    const PodPlan pod;
    ObjectReader reader(pod.plan);
    QVERIFY(reader.readJson(PodJson));
    QVERIFY(!reader.readJson("{\"status\":3}"));
    const auto record = reader.readProtobuf({});
    QVERIFY(record);
    QVERIFY(!record->has(pod.name));
    QVERIFY(record->items(pod.containers).empty());
}

void ObjectReaderTest::intOrStringAndQuantityAreTexts()
{
    Plan plan("policy/v1", "PodDisruptionBudget");
    const Field minimum = plan.field("spec.minAvailable");
    const Field maximum = plan.field("spec.maxUnavailable");
    ObjectReader reader(plan);
    const auto fromJson = reader.readJson(R"({"spec":{"minAvailable":3,"maxUnavailable":"20%"}})");
    QVERIFY(fromJson);
    QCOMPARE(fromJson->text(minimum), std::string_view("3"));
    QCOMPARE(fromJson->integer(minimum), 3);
    QCOMPARE(fromJson->text(maximum), std::string_view("20%"));
    QCOMPARE(fromJson->integer(maximum, -1), -1);
    const std::string message = bytes(2, bytes(1, number(1, 0) + number(2, 3) + bytes(3, ""))
                                             + bytes(3, number(1, 1) + number(2, 0) + bytes(3, "20%")));
    const auto fromProtobuf = reader.readProtobuf(message);
    QVERIFY(fromProtobuf);
    QCOMPARE(fromProtobuf->text(minimum), std::string_view("3"));
    QCOMPARE(fromProtobuf->text(maximum), std::string_view("20%"));
}

void ObjectReaderTest::timesOfEveryFormAreRead_data()
{
    QTest::addColumn<QByteArray>("spelling");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("usual") << QByteArray("2026-11-21T10:00:00Z") << qint64(1795255200);
    QTest::newRow("last of month") << QByteArray("2024-02-29T23:59:59Z") << qint64(1709251199);
    QTest::newRow("micro") << QByteArray("2026-11-21T10:00:00.123456Z") << qint64(1795255200);
    QTest::newRow("offset") << QByteArray("2026-11-21T12:00:00+02:00") << qint64(1795255200);
    QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59Z") << qint64(-1);
}

void ObjectReaderTest::timesOfEveryFormAreRead()
{
    QFETCH(QByteArray, spelling);
    QFETCH(qint64, seconds);
    const PodPlan pod;
    ObjectReader reader(pod.plan);
    const auto record = reader.readJson("{\"metadata\":{\"creationTimestamp\":\"" + spelling.toStdString() + "\"}}");
    QVERIFY(record);
    QCOMPARE(record->seconds(pod.created), std::optional<std::int64_t>(seconds));
}

QTEST_APPLESS_MAIN(ObjectReaderTest)
#include "ObjectReaderTest.moc"
