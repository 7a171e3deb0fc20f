#include "models/text/JsonStream.h"
#include "models/text/Protobuf.h"
#include "models/text/ProtobufStream.h"
#include "tests/support/ProtobufWriter.h"

#include <QTest>

#include <functional>
#include <memory>
#include <random>

using base::ErrorKind;
using text::JsonListSplitter;
using text::JsonWatchSplitter;
using text::ListHead;
using text::ProtobufListSplitter;
using text::ProtobufWatchSplitter;
using text::WatchFrame;

namespace {

using ChunkSize = std::function<std::size_t()>;

/// Feeds the bytes in pieces, each in memory of its own size, so that a sanitizer sees every byte read too much.
template<typename Splitter, typename Sink>
base::Result<void> feedAll(Splitter &splitter, std::string_view bytes, const ChunkSize &chunkSize, const Sink &sink)
{
    while (!bytes.empty()) {
        const std::size_t size = std::min(chunkSize(), bytes.size());
        const std::unique_ptr<char[]> exact(new char[size]);
        bytes.copy(exact.get(), size);
        const base::Result<void> fed = splitter.feed({exact.get(), size}, sink);
        if (!fed)
            return fed;
        bytes.remove_prefix(size);
    }
    return {};
}

/// All that came out of a list, in one text: so that two ways of feeding can be compared.
template<typename Splitter>
std::string readList(std::string_view bytes, const ChunkSize &chunkSize)
{
    Splitter splitter;
    std::string out;
    const base::Result<void> fed
        = feedAll(splitter, bytes, chunkSize, [&](std::string_view item) { out.append(item).append("\n"); });
    if (!fed)
        return out + "! " + fed.error().message;
    const base::Result<ListHead> head = splitter.finish();
    if (!head)
        return out + "! " + head.error().message;
    return out + head->apiVersion + ' ' + head->kind + ' ' + head->resourceVersion + ' ' + head->continueToken + ' '
        + (head->remaining ? std::to_string(*head->remaining) : "-");
}

template<typename Splitter>
std::string readWatch(std::string_view bytes, const ChunkSize &chunkSize)
{
    Splitter splitter;
    std::string out;
    const base::Result<void> fed = feedAll(splitter, bytes, chunkSize, [&](const WatchFrame &frame) {
        out.append(frame.type).append(" ").append(frame.object).append("\n");
    });
    if (!fed)
        return out + "! " + fed.error().message;
    const base::Result<void> end = splitter.finish();
    return end ? out : out + "! " + end.error().message;
}

std::size_t whole()
{
    return std::size_t(-1);
}

/// Every fixed size up to 80, and random ones, must give the same as one piece.
template<typename Read>
bool isSameInAnyPieces(const Read &read, std::string_view bytes)
{
    const std::string once = read(bytes, whole);
    for (std::size_t size = 1; size <= 80; ++size) {
        if (read(bytes, [size] { return size; }) != once)
            return false;
    }
    std::mt19937 random(5);
    for (int round = 0; round < 50; ++round) {
        if (read(bytes, [&] { return 1 + random() % 200; }) != once)
            return false;
    }
    return true;
}

const std::string FirstItem = R"({"metadata":{"name":"a","x":"]}\\\" {["},"list":[[],[{}]]})";

std::string longItem()
{
    return R"({"metadata":{"annotations":{"last":"{\"a\":[\"\\\\\",{}]}"}},"deep":)" + std::string(90, '[') + std::string(90, ']')
        + R"(,"end":")" + std::string(300, '\\') + "\"}";
}

std::string jsonList()
{
    return R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"77","continue":"tok\"en","remainingItemCount":12},)"
           "\"items\":[" + FirstItem + ",\n " + longItem() + " , {} ]}\n";
}

std::string protobufList()
{
    const std::string meta = protobuf::bytes(2, "77") + protobuf::bytes(3, "token") + protobuf::number(4, 12);
    return protobuf::object("v1", "PodList", protobuf::bytes(1, meta) + protobuf::bytes(2, "first") + protobuf::bytes(2, "")
                                                 + protobuf::bytes(2, std::string(500, 'x')));
}

} // namespace

class SplitterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJsonListIsCutIntoItems();
    void anyPiecesOfAJsonListGiveTheSame();
    void membersMayStandInAnyOrder();
    void theRowsOfATableAreItems();
    void whatIsNoListHasNoItems();
    void aWrongListIsAnErrorThatNamesTheOffset_data();
    void aWrongListIsAnErrorThatNamesTheOffset();
    void anyPiecesOfAWrongListGiveTheSameError();
    void aCutListIsAnError();
    void aJsonWatchIsCutIntoEvents();
    void aWrongJsonWatchIsAnError_data();
    void aWrongJsonWatchIsAnError();
    void anObjectOfMoreThan64MiBIsRefused();
    void aProtobufListIsCutIntoItems();
    void aCutProtobufListIsAnError();
    void aWrongProtobufListIsAnError_data();
    void aWrongProtobufListIsAnError();
    void aProtobufWatchIsCutIntoEvents();
    void aWrongProtobufWatchIsAnError();
    void theEnvelopeOfAProtobufObjectIsOpened();
};

void SplitterTest::aJsonListIsCutIntoItems()
{
    QCOMPARE(readList<JsonListSplitter>(jsonList(), whole), FirstItem + "\n" + longItem() + "\n{}\nv1 PodList 77 tok\"en 12");
}

void SplitterTest::anyPiecesOfAJsonListGiveTheSame()
{
    QVERIFY(isSameInAnyPieces(readList<JsonListSplitter>, jsonList()));
}

void SplitterTest::membersMayStandInAnyOrder()
{
    const std::string list = R"({"apiVersion":"example.com/v1","x":[{"items":[1]},"\"items\":["],"items" : [ {"items":[{}]} ],"kind":"ThingList",)"
                             R"("metadata":{"resourceVersion":"9"}})";
    QCOMPARE(readList<JsonListSplitter>(list, whole), std::string("{\"items\":[{}]}\nexample.com/v1 ThingList 9  -"));
    QVERIFY(isSameInAnyPieces(readList<JsonListSplitter>, list));
}

void SplitterTest::theRowsOfATableAreItems()
{
    JsonListSplitter splitter;
    std::string rows;
    const std::string table = R"({"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{},"columnDefinitions":[{"name":"Name"}],)"
                              R"("rows":[{"cells":["a"]},{"cells":["b"]}]})";
    QVERIFY(splitter.feed(table, [&](std::string_view row) { rows += row; }));
    QCOMPARE(rows, std::string(R"({"cells":["a"]}{"cells":["b"]})"));
    QCOMPARE(splitter.finish()->kind, std::string("Table"));
    QVERIFY(splitter.envelope().find(R"("columnDefinitions":[{"name":"Name"}],"rows":[])") != std::string::npos);
}

void SplitterTest::whatIsNoListHasNoItems()
{
    QCOMPARE(readList<JsonListSplitter>(R"({"kind":"Status","apiVersion":"v1","metadata":{},"message":"items"})", whole),
             std::string("v1 Status   -"));
    QCOMPARE(readList<JsonListSplitter>(R"({"kind":"PodList","metadata":{},"items":null})", whole), std::string(" PodList   -"));
    QCOMPARE(readList<JsonListSplitter>(R"({"kind":"PodList","items":[ ]} )", whole), std::string(" PodList   -"));
}

void SplitterTest::aWrongListIsAnErrorThatNamesTheOffset_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *json, const char *result) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(result);
    };
    row("page of HTML", "<html>", "! this is no JSON, at byte 0");
    row("garbage between", R"({"items":[{},oops{}]})", "{}\n! this is no JSON, at byte 13");
    row("two commas", R"({"items":[{},,{}]})", "{}\n! this is no JSON, at byte 13");
    row("no comma", R"({"items":[{}{}]})", "{}\n! an object is wanted here, at byte 12");
    row("first comma", R"({"items":[,{}]})", "! this is no JSON, at byte 10");
    row("last comma", R"({"items":[{},]})", "{}\n! the list of items ends in a way that makes no sense, at byte 13");
    row("number", R"({"items":[1]})", "! this is no JSON, at byte 10");
    row("list", R"({"items":[[]]})", "! an object is wanted here, at byte 10");
    row("wrong end of item", R"({"items":[{]]})", "! an object ends in ], at byte 11");
    row("wrong end of list", R"({"items":[{}}})", "{}\n! the list of items ends in a way that makes no sense, at byte 12");
    row("more behind", R"({"items":[]} {})", "! more text follows the list, at byte 13");
    row("text behind", R"({"items":[]} x)", "! this is no JSON, at byte 13");
    row("close first", "}", "! a closing bracket without an opening one, at byte 0");
    row("not closed", R"({"items":[{})", "{}\n! the list is cut off after byte 12");
    row("empty", "", "! the list is cut off after byte 0");
}

void SplitterTest::aWrongListIsAnErrorThatNamesTheOffset()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, result);
    QCOMPARE(QByteArray::fromStdString(readList<JsonListSplitter>(json.toStdString(), whole)), result);
}

void SplitterTest::anyPiecesOfAWrongListGiveTheSameError()
{
    std::mt19937 random(17);
    const std::string good = jsonList();
    for (int round = 0; round < 60; ++round) {
        std::string list = good;
        list[random() % list.size()] = "\"\\{}[],x"[random() % 8];
        const std::string once = readList<JsonListSplitter>(list, whole);
        for (const std::size_t size : {1, 3, 64, 65, 100})
            QCOMPARE(readList<JsonListSplitter>(list, [size] { return size; }), once);
    }
}

void SplitterTest::aCutListIsAnError()
{
    const std::string list = jsonList();
    for (std::size_t size = 0; size + 1 < list.size(); ++size) {
        const std::string result = readList<JsonListSplitter>(std::string_view(list).substr(0, size), whole);
        QVERIFY2(result.find('!') != std::string::npos, result.c_str());
    }
}

void SplitterTest::aJsonWatchIsCutIntoEvents()
{
    const std::string watch = R"({"type":"ADDED","object":)" + longItem() + "}\n" + R"({ "object" : {"a":"}"}, "x":[1], "type" : "DELETED" })"
        + R"({"type":"BOOKMARK","object":{}})" + "\n\n";
    QCOMPARE(readWatch<JsonWatchSplitter>(watch, whole),
             "ADDED " + longItem() + "\nDELETED {\"a\":\"}\"}\nBOOKMARK {}\n");
    QVERIFY(isSameInAnyPieces(readWatch<JsonWatchSplitter>, watch));
}

void SplitterTest::aWrongJsonWatchIsAnError_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"x", "{}", R"({"type":"ADDED"})", R"({"object":{}})", R"({"type":1,"object":{}})",
                             R"({"type":"ADDED","object":[]})", R"({"type":"ADDED","object":{})", "[]",
                             R"({"type":"ADDED","object":{}},{"type":"ADDED","object":{}})", R"({"type":"ADDED" "object":{}})"})
        QTest::newRow(json) << QByteArray(json);
}

void SplitterTest::aWrongJsonWatchIsAnError()
{
    QFETCH(QByteArray, json);
    const std::string result = readWatch<JsonWatchSplitter>(json.toStdString(), whole);
    QVERIFY2(result.find('!') != std::string::npos, result.c_str());
}

void SplitterTest::anObjectOfMoreThan64MiBIsRefused()
{
    const std::string piece(1024 * 1024, 'x');
    JsonListSplitter json;
    ProtobufListSplitter list;
    ProtobufWatchSplitter watch;
    base::Result<void> fed = json.feed(R"({"items":[{"a":")", [](std::string_view) { });
    int pieces = 0;
    for (; fed && pieces < 100; ++pieces)
        fed = json.feed(piece, [](std::string_view) { });
    QVERIFY(!fed);
    QVERIFY(fed.error().kind == ErrorKind::TooLarge);
    QCOMPARE(pieces, 64);

    const std::string huge = protobuf::varint(2 << 3 | 2) + protobuf::varint(65 * 1024 * 1024);
    const std::string head = protobuf::object("v1", "PodList", {}).substr(0, 4 + 15) + protobuf::varint(2 << 3 | 2)
        + protobuf::varint(200 * 1024 * 1024);
    fed = list.feed(head + huge, [](std::string_view) { });
    QVERIFY(!fed);
    QVERIFY(fed.error().kind == ErrorKind::TooLarge);
    fed = watch.feed("\x10\x10\x10\x10", [](const WatchFrame &) { });
    QVERIFY(!fed);
    QVERIFY(fed.error().kind == ErrorKind::TooLarge);
}

void SplitterTest::aProtobufListIsCutIntoItems()
{
    QCOMPARE(readList<ProtobufListSplitter>(protobufList(), whole),
             "first\n\n" + std::string(500, 'x') + "\nv1 PodList 77 token 12");
    QVERIFY(isSameInAnyPieces(readList<ProtobufListSplitter>, protobufList()));
}

void SplitterTest::aCutProtobufListIsAnError()
{
    const std::string list = protobufList();
    const std::size_t needed = list.size() - 4;   // contentEncoding and contentType are empty and may be missing
    for (std::size_t size = 0; size < needed; ++size) {
        const std::string result = readList<ProtobufListSplitter>(std::string_view(list).substr(0, size), whole);
        QVERIFY2(result.find('!') != std::string::npos, result.c_str());
    }
}

void SplitterTest::aWrongProtobufListIsAnError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const std::string &bytes, const char *message) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(message);
    };
    row("JSON", R"({"kind":"PodList"})", "! this is no Kubernetes protobuf list: it does not begin with k8s, at byte 0");
    row("Status", protobuf::object("v1", "Status", protobuf::bytes(2, "Failure")), "! this is no list but a Status, at byte 18");
    row("group", std::string("k8s\0\x0b", 5), "! this is no protobuf, at byte 4");
    row("long varint", std::string("k8s\0", 4) + std::string(11, '\xff'), "! this is no protobuf, at byte 4");
    row("item too long", std::string("k8s\0", 4) + protobuf::bytes(1, protobuf::bytes(2, "PodList")) + "\x12\x03\x12\x05" "abcde",
        "! an item reaches beyond its list, at byte 17");
    row("broken metadata", protobuf::object("v1", "PodList", protobuf::bytes(1, "\x12\x50")),
        "! the list's own members make no sense, at byte 21");
}

void SplitterTest::aWrongProtobufListIsAnError()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, message);
    QCOMPARE(QByteArray::fromStdString(readList<ProtobufListSplitter>(bytes.toStdString(), whole)), message);
    QVERIFY(isSameInAnyPieces(readList<ProtobufListSplitter>, bytes.toStdString()));
}

void SplitterTest::aProtobufWatchIsCutIntoEvents()
{
    const std::string watch = protobuf::frame("ADDED", "object") + protobuf::frame("MODIFIED", std::string(400, 'o'))
        + protobuf::frame("BOOKMARK", "");
    QCOMPARE(readWatch<ProtobufWatchSplitter>(watch, whole),
             "ADDED object\nMODIFIED " + std::string(400, 'o') + "\nBOOKMARK \n");
    QVERIFY(isSameInAnyPieces(readWatch<ProtobufWatchSplitter>, watch));
}

void SplitterTest::aWrongProtobufWatchIsAnError()
{
    const std::string good = protobuf::frame("ADDED", "object");
    QCOMPARE(readWatch<ProtobufWatchSplitter>(good.substr(0, 9), whole), std::string("! a watch event is cut off, at byte 0"));
    QCOMPARE(readWatch<ProtobufWatchSplitter>(std::string(4, '\0'), whole), std::string("! a watch event without a type, at byte 0"));
    QCOMPARE(readWatch<ProtobufWatchSplitter>(good + std::string("\0\0\0\2\x0a\x09", 6), whole),
             "ADDED object\n! a watch event that is no protobuf, at byte " + std::to_string(good.size()));
}

void SplitterTest::theEnvelopeOfAProtobufObjectIsOpened()
{
    const std::string object = protobuf::object("apps/v1", "Deployment", "message");
    QVERIFY(text::isProtobufObject(object));
    const auto opened = text::openProtobufObject(object);
    QVERIFY(opened);
    QCOMPARE(opened->apiVersion, std::string_view("apps/v1"));
    QCOMPARE(opened->kind, std::string_view("Deployment"));
    QCOMPARE(opened->message, std::string_view("message"));
    QVERIFY(!text::openProtobufObject("{}"));
    QVERIFY(!text::openProtobufObject(object.substr(0, 10)));
}

QTEST_APPLESS_MAIN(SplitterTest)
#include "SplitterTest.moc"
