#include "models/fields/Facts.h"
#include "models/fields/ToJson.h"
#include "models/text/Json.h"
#include "models/text/Protobuf.h"
#include "tests/support/ProtobufWriter.h"
#include "tests/support/Folders.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <set>

using text::Value;

namespace {

const QString Recorded = QString::fromStdString(folders::source("tests/unit/fields/recorded/"));

std::string readFile(const QString &name)
{
    QFile file(Recorded + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// Members by name, so that their order does not count.
Value sorted(Value value)
{
    for (Value &item : value.items())
        item = sorted(std::move(item));
    for (Value::Member &member : value.members())
        member.value = sorted(std::move(member.value));
    std::ranges::sort(value.members(), {}, &Value::Member::key);
    return value;
}

std::string plain(const Value &value)
{
    return text::writeJson(sorted(value));
}

std::string convert(const std::string &apiVersion, const std::string &kind, const std::string &message)
{
    const base::Result<Value> json = fields::toJson(apiVersion, kind, message);
    return json ? text::writeJson(*json) : "! " + json.error().message;
}

} // namespace

class ToJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableOfFactsIsConsistent();
    void everyListHasItsMetadataAndItemsAtTheSamePlace();
    void whatAServerSaidInProtobufEqualsItsJson_data();
    void whatAServerSaidInProtobufEqualsItsJson();
    void managedFieldsAreLeftOut_data();
    void managedFieldsAreLeftOut();
    void everyCutOfAMessageIsAnErrorOrAnObject_data() { whatAServerSaidInProtobufEqualsItsJson_data(); }
    void everyCutOfAMessageIsAnErrorOrAnObject();
    void emptyValuesFollowTheRulesOfGo();
    void anUnknownKindIsRefused();
    void tooDeepOrTooManyPartsAreRefused();
    void managedFieldsOfJsonAreCutOutInAnyPlace_data();
    void managedFieldsOfJsonAreCutOutInAnyPlace();
};

void ToJsonTest::theTableOfFactsIsConsistent()
{
    QVERIFY(fields::allTypes().size() > 500);
    for (const fields::TypeFacts &type : fields::allTypes()) {
        std::set<std::string_view> names;
        std::uint16_t before = 0;
        for (const fields::FieldFacts &field : type.fields()) {
            QVERIFY2(field.number > before, std::string(type.name).c_str());
            before = field.number;
            const bool hasType = field.type != 0xffff;
            QCOMPARE(hasType, field.shape >= fields::Shape::SchemaOrArray);
            QVERIFY(!hasType || field.type < fields::allTypes().size());
            const bool isNamed = !field.json.empty() && names.insert(field.json).second;
            QVERIFY2(isNamed || field.is(fields::flag::Inline), std::string(type.name).c_str());
        }
    }
    const auto name = [](const fields::RootFacts &root) { return std::make_pair(root.apiVersion, root.kind); };
    QVERIFY(std::ranges::is_sorted(fields::allRoots(), {}, name));
}

void ToJsonTest::everyListHasItsMetadataAndItemsAtTheSamePlace()
{
    int lists = 0;
    for (const fields::RootFacts &root : fields::allRoots()) {
        const fields::TypeFacts &type = fields::allTypes()[root.type];
        const fields::FieldFacts *metadata = type.byName("metadata");
        const fields::FieldFacts *items = type.byName("items");
        if (items && root.kind.ends_with("List")) {
            ++lists;
            QVERIFY2(metadata && metadata->number == 1 && items->number == 2, std::string(type.name).c_str());
        } else if (metadata) {
            QVERIFY2(metadata->number == 1, std::string(type.name).c_str());
        }
    }
    QVERIFY(lists > 100);
}

void ToJsonTest::whatAServerSaidInProtobufEqualsItsJson_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &file : QDir(Recorded).entryList({QStringLiteral("*.pb")}))
        QTest::newRow(qPrintable(file)) << file.chopped(3);
}

void ToJsonTest::whatAServerSaidInProtobufEqualsItsJson()
{
    QFETCH(QString, name);
    const std::string bytes = readFile(name + QStringLiteral(".pb"));
    const auto object = text::openProtobufObject(bytes);
    QVERIFY(object);
    const auto wanted = text::parseJson(readFile(name + QStringLiteral(".json")));
    QVERIFY(wanted);
    const auto found = fields::toJson(object->apiVersion, object->kind, object->message);
    QVERIFY2(found, found ? "" : found.error().message.c_str());
    QCOMPARE(plain(*found), plain(*wanted));
}

void ToJsonTest::managedFieldsAreLeftOut_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &file : QDir(Recorded).entryList({QStringLiteral("*s.pb")}))
        QTest::newRow(qPrintable(file)) << file.chopped(3);
}

void ToJsonTest::managedFieldsAreLeftOut()
{
    QFETCH(QString, name);
    const std::string bytes = readFile(name + QStringLiteral(".pb"));
    const std::string json = readFile(name + QStringLiteral(".json"));
    const auto object = text::openProtobufObject(bytes);
    std::string message;
    std::string stripped;
    QVERIFY(fields::stripProtobufManagedFields(object->message, message));
    QVERIFY(fields::stripJsonManagedFields(json, stripped));
    QVERIFY(message.size() < object->message.size());

    Value wanted = *text::parseJson(json);
    for (Value::Member &member : wanted.members()) {
        if (member.key == "metadata")
            std::erase_if(member.value.members(), [](const auto &inner) { return inner.key == "managedFields"; });
    }
    QCOMPARE(plain(*fields::toJson(object->apiVersion, object->kind, message)), plain(wanted));
    const auto parsed = text::parseJson(stripped);
    QVERIFY2(parsed, stripped.c_str());
    QCOMPARE(plain(*parsed), plain(wanted));
}

void ToJsonTest::everyCutOfAMessageIsAnErrorOrAnObject()
{
    QFETCH(QString, name);
    const std::string bytes = readFile(name + QStringLiteral(".pb"));
    const auto object = text::openProtobufObject(bytes);
    const std::size_t step = 1 + object->message.size() / 400;
    for (std::size_t size = 0; size < object->message.size(); size += step) {
        const std::unique_ptr<char[]> exact(new char[size]);
        object->message.copy(exact.get(), size);
        std::string out;
        (void)fields::toJson(object->apiVersion, object->kind, {exact.get(), size}).has_value();
        (void)fields::stripProtobufManagedFields({exact.get(), size}, out).has_value();
    }
}

void ToJsonTest::emptyValuesFollowTheRulesOfGo()
{
    QCOMPARE(convert("v1", "ConfigMap", {}), std::string(R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{}})"));
    QCOMPARE(convert("v1", "ConfigMap", protobuf::bytes(1, protobuf::bytes(1, "") + protobuf::bytes(8, "")) + protobuf::number(4, 0)),
             std::string(R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{},"immutable":false})"));
    QCOMPARE(convert("v1", "ConfigMapList", {}), std::string(R"({"kind":"ConfigMapList","apiVersion":"v1","metadata":{},"items":[]})"));
    QCOMPARE(convert("rbac.authorization.k8s.io/v1", "Role", {}),
             std::string(R"({"kind":"Role","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{},"rules":null})"));
    QCOMPARE(convert("v1", "Secret", protobuf::bytes(2, protobuf::bytes(1, "a") + protobuf::bytes(2, "\x01\x02")) + protobuf::bytes(2, protobuf::bytes(1, "b"))),
             std::string(R"({"kind":"Secret","apiVersion":"v1","metadata":{},"data":{"a":"AQI=","b":null}})"));
}

void ToJsonTest::anUnknownKindIsRefused()
{
    const auto json = fields::toJson("example.com/v1", "Thing", {});
    QVERIFY(!json);
    QVERIFY(json.error().kind == base::ErrorKind::Unsupported);
}

void ToJsonTest::tooDeepOrTooManyPartsAreRefused()
{
    std::string schema;
    for (int i = 0; i < 400; ++i)
        schema = protobuf::bytes(29, protobuf::bytes(1, "a") + protobuf::bytes(2, schema));
    const auto crd = [](const std::string &inner) {
        return protobuf::bytes(2, protobuf::bytes(7, protobuf::bytes(4, protobuf::bytes(1, inner))));
    };
    const auto deep = fields::toJson("apiextensions.k8s.io/v1", "CustomResourceDefinition", crd(schema));
    QVERIFY(!deep);
    QVERIFY(deep.error().kind == base::ErrorKind::TooLarge);
    std::string owners;
    for (int i = 0; i < 1'000'001; ++i)
        owners += std::string("\x6a\0", 2);
    const auto list = fields::toJson("v1", "Pod", protobuf::bytes(1, owners));
    QVERIFY(!list);
    QVERIFY(list.error().kind == base::ErrorKind::TooLarge);
}

void ToJsonTest::managedFieldsOfJsonAreCutOutInAnyPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("stripped");
    const auto row = [](const char *name, const char *json, const char *stripped) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(stripped);
    };
    row("last", R"({"metadata":{"name":"a","managedFields":[{"x":"]"}]},"b":1})", R"({"metadata":{"name":"a"},"b":1})");
    row("first", R"({"metadata":{"managedFields":[],"name":"a"}})", R"({"metadata":{"name":"a"}})");
    row("only", R"({"metadata":{ "managedFields" : [] }})", R"({"metadata":{ }})");
    row("middle", R"({"metadata":{"a":1,"managedFields":[1],"b":2}})", R"({"metadata":{"a":1,"b":2}})");
    row("elsewhere", R"({"spec":{"metadata":{"managedFields":[1]}}})", R"({"spec":{"metadata":{"managedFields":[1]}}})");
    row("no metadata", R"({"metadata":null})", R"({"metadata":null})");
}

void ToJsonTest::managedFieldsOfJsonAreCutOutInAnyPlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, stripped);
    std::string out;
    QVERIFY(fields::stripJsonManagedFields(json.toStdString(), out));
    QCOMPARE(QByteArray::fromStdString(out), stripped);
    for (qsizetype size = 0; size < json.size(); ++size) {
        std::string ignored;
        (void)fields::stripJsonManagedFields(json.first(size).toStdString(), ignored).has_value();
    }
}

QTEST_APPLESS_MAIN(ToJsonTest)
#include "ToJsonTest.moc"
