#include "models/text/Compression.h"

#include "models/base/PerThread.h"

#include <vector>

#include <zdict.h>
#include <zlib.h>
#include <zstd.h>

namespace text {

using base::ErrorKind;
using base::makeError;

namespace {

constexpr int level = 1;

struct FreeContext
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict *dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict *dictionary) const { ZSTD_freeDDict(dictionary); }
};

struct Decompressor
{
    std::unique_ptr<ZSTD_DCtx, FreeContext> context{ZSTD_createDCtx()};
};

/// A gzip stream that ends with its scope.
class Inflater
{
public:
    Inflater() { m_good = inflateInit2(&stream, 15 + 16) == Z_OK; }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;
    bool isGood() const { return m_good; }

    z_stream stream{};

private:
    bool m_good = false;
};

} // namespace

struct Dictionary::Parts
{
    std::unique_ptr<ZSTD_CDict, FreeContext> compressing;
    std::unique_ptr<ZSTD_DDict, FreeContext> decompressing;
};

Dictionary::Dictionary() : m_parts(std::make_unique<Parts>()) { }
Dictionary::~Dictionary() = default;

base::Result<std::shared_ptr<const Dictionary>> Dictionary::train(std::span<const std::string> samples, std::size_t bytes)
{
    std::string all;
    std::vector<std::size_t> sizes;
    for (const std::string &sample : samples) {
        all += sample;
        sizes.push_back(sample.size());
    }
    std::string trained(bytes, '\0');
    const std::size_t size = ZDICT_trainFromBuffer(trained.data(), trained.size(), all.data(), sizes.data(), static_cast<unsigned>(sizes.size()));
    if (ZDICT_isError(size))
        return makeError(ErrorKind::Unsupported, std::string("no dictionary: ") + ZDICT_getErrorName(size));
    std::shared_ptr<Dictionary> dictionary(new Dictionary);
    dictionary->m_parts->compressing.reset(ZSTD_createCDict(trained.data(), size, level));
    dictionary->m_parts->decompressing.reset(ZSTD_createDDict(trained.data(), size));
    return std::shared_ptr<const Dictionary>(dictionary);
}

struct Compressor::Context
{
    std::unique_ptr<ZSTD_CCtx, FreeContext> compressing{ZSTD_createCCtx()};
};

Compressor::Compressor() : m_context(std::make_unique<Context>()) { }
Compressor::~Compressor() = default;

void Compressor::setDictionary(std::shared_ptr<const Dictionary> dictionary)
{
    m_dictionary = std::move(dictionary);
}

void Compressor::compress(std::string_view text, std::string &out)
{
    const std::size_t before = out.size();
    out.resize(before + ZSTD_compressBound(text.size()));
    ZSTD_CCtx *context = m_context->compressing.get();
    const std::size_t room = out.size() - before;
    const std::size_t size = m_dictionary
        ? ZSTD_compress_usingCDict(context, out.data() + before, room, text.data(), text.size(), m_dictionary->m_parts->compressing.get())
        : ZSTD_compressCCtx(context, out.data() + before, room, text.data(), text.size(), level);
    out.resize(before + (ZSTD_isError(size) ? 0 : size));
}

base::Result<std::string> decompress(std::string_view bytes, std::size_t cap, const Dictionary *dictionary)
{
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return makeError(ErrorKind::BadInput, "not a zstd frame that says its size");
    if (size > cap)
        return makeError(ErrorKind::TooLarge, "the text would take " + std::to_string(size) + " bytes");
    static base::PerThread<Decompressor> decompressors;
    ZSTD_DCtx *context = decompressors->context.get();
    std::string text(static_cast<std::size_t>(size), '\0');
    const std::size_t got = dictionary
        ? ZSTD_decompress_usingDDict(context, text.data(), text.size(), bytes.data(), bytes.size(), dictionary->m_parts->decompressing.get())
        : ZSTD_decompressDCtx(context, text.data(), text.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(got))
        return makeError(ErrorKind::BadInput, ZSTD_getErrorName(got));
    text.resize(got);
    return text;
}

base::Result<std::string> gunzip(std::string_view bytes, std::size_t cap)
{
    Inflater inflater;
    if (!inflater.isGood())
        return makeError(ErrorKind::Io, "zlib does not start");
    z_stream &stream = inflater.stream;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string text;
    char piece[16 * 1024];
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(piece);
        stream.avail_out = sizeof piece;
        state = inflate(&stream, Z_NO_FLUSH);
        text.append(piece, sizeof piece - stream.avail_out);
        if (text.size() > cap)
            return makeError(ErrorKind::TooLarge, "more than " + std::to_string(cap) + " bytes when unpacked");
    }
    if (state != Z_STREAM_END)
        return makeError(ErrorKind::BadInput, stream.msg ? stream.msg : "the gzip stream is cut short");
    return text;
}

} // namespace text
