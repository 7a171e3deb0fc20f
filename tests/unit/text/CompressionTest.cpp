#include "models/text/Compression.h"

#include <QTest>

#include <zlib.h>

using base::ErrorKind;

namespace {

std::string sample(int number)
{
    return R"({"metadata":{"name":"web-)" + std::to_string(number) + R"(","labels":{"app":"web","tier":"front"}},"spec":{"nodeName":"node-)"
        + std::to_string(number % 7) + R"("},"status":{"phase":"Running","podIP":"10.42.0.)" + std::to_string(number % 250) + "\"}}";
}

std::vector<std::string> samples()
{
    std::vector<std::string> all;
    for (int i = 0; i < 200; ++i)
        all.push_back(sample(i));
    return all;
}

std::string gzip(const std::string &text)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace

class CompressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesInComesOut();
    void aDictionaryMakesSmallTextsMuchSmaller();
    void anotherDictionaryIsAnErrorNotNonsense();
    void tooFewSamplesGiveNoDictionary();
    void brokenBytesAreAnError();
    void gzipIsUnpackedUpToTheCap();
};

void CompressionTest::whatGoesInComesOut()
{
    text::Compressor compressor;
    for (const std::string &whole : {std::string(), std::string("a"), std::string(1'000'000, 'x'), std::string("\0\x1b\xff", 3)}) {
        std::string packed = "before";
        compressor.compress(whole, packed);
        QVERIFY(packed.starts_with("before"));
        const auto back = text::decompress(std::string_view(packed).substr(6), 2'000'000);
        QVERIFY(back);
        QVERIFY(*back == whole);
    }
}

void CompressionTest::aDictionaryMakesSmallTextsMuchSmaller()
{
    const auto dictionary = text::Dictionary::train(samples());
    QVERIFY(dictionary);
    text::Compressor plain, trained;
    trained.setDictionary(*dictionary);
    std::string without, with;
    plain.compress(sample(1234), without);
    trained.compress(sample(1234), with);
    QVERIFY2(with.size() * 2 < without.size(), qPrintable(QString::number(with.size()) + u'/' + QString::number(without.size())));
    QVERIFY(*text::decompress(with, 10'000, dictionary->get()) == sample(1234));
}

void CompressionTest::anotherDictionaryIsAnErrorNotNonsense()
{
    const auto dictionary = text::Dictionary::train(samples());
    text::Compressor trained;
    trained.setDictionary(*dictionary);
    std::string packed;
    trained.compress(sample(1), packed);
    QVERIFY(!text::decompress(packed, 10'000));
}

void CompressionTest::tooFewSamplesGiveNoDictionary()
{
    const std::vector<std::string> one{"a"};
    QVERIFY(!text::Dictionary::train(one));
}

void CompressionTest::brokenBytesAreAnError()
{
    text::Compressor compressor;
    std::string packed;
    compressor.compress(sample(1) + sample(2), packed);
    for (std::size_t length = 0; length < packed.size(); ++length)
        QVERIFY(!text::decompress(std::string_view(packed).substr(0, length), 10'000));
    QCOMPARE(text::decompress(packed, 10).error().kind, ErrorKind::TooLarge);
}

void CompressionTest::gzipIsUnpackedUpToTheCap()
{
    const std::string zeros(50'000'000, '\0');
    const std::string bomb = gzip(zeros);
    QVERIFY(bomb.size() < 100'000);
    QCOMPARE(text::gunzip(bomb, 1'000'000).error().kind, ErrorKind::TooLarge);
    QVERIFY(*text::gunzip(gzip("hello"), 100) == "hello");
    QCOMPARE(text::gunzip(gzip("hello").substr(0, 12), 100).error().kind, ErrorKind::BadInput);
    QCOMPARE(text::gunzip("no gzip", 100).error().kind, ErrorKind::BadInput);
}

QTEST_APPLESS_MAIN(CompressionTest)
#include "CompressionTest.moc"
