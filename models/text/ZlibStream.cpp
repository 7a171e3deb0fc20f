#include "models/text/ZlibStream.h"

#include <zlib.h>

#include <array>

namespace text {

using base::ErrorKind;

namespace {

Bytef *input(std::string_view bytes)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
}

} // namespace

struct ZlibWriter::Stream
{
    ~Stream() { deflateEnd(&zlib); }
    z_stream zlib{};
};

ZlibWriter::ZlibWriter(std::string_view dictionary) : m_stream(std::make_unique<Stream>())
{
    deflateInit(&m_stream->zlib, Z_DEFAULT_COMPRESSION);
    deflateSetDictionary(&m_stream->zlib, input(dictionary), static_cast<uInt>(dictionary.size()));
}

ZlibWriter::~ZlibWriter() = default;

std::string ZlibWriter::write(std::string_view piece)
{
    z_stream &zlib = m_stream->zlib;
    zlib.next_in = input(piece);
    zlib.avail_in = static_cast<uInt>(piece.size());
    std::string packed;
    std::array<char, 4096> buffer;
    do {
        zlib.next_out = reinterpret_cast<Bytef *>(buffer.data());
        zlib.avail_out = buffer.size();
        deflate(&zlib, Z_SYNC_FLUSH);
        packed.append(buffer.data(), buffer.size() - zlib.avail_out);
    } while (zlib.avail_out == 0);
    return packed;
}

struct ZlibReader::Stream
{
    ~Stream() { inflateEnd(&zlib); }
    z_stream zlib{};
    std::string dictionary;
    bool isBroken = false;

    int next()
    {
        const int code = inflate(&zlib, Z_SYNC_FLUSH);
        if (code != Z_NEED_DICT)
            return code;
        const int known = inflateSetDictionary(&zlib, input(dictionary), static_cast<uInt>(dictionary.size()));
        return known == Z_OK ? inflate(&zlib, Z_SYNC_FLUSH) : known;
    }
};

ZlibReader::ZlibReader(std::string_view dictionary) : m_stream(std::make_unique<Stream>())
{
    m_stream->dictionary = dictionary;
    m_stream->isBroken = inflateInit(&m_stream->zlib) != Z_OK;
}

ZlibReader::~ZlibReader() = default;

base::Result<std::string> ZlibReader::read(std::string_view piece, std::size_t cap)
{
    z_stream &zlib = m_stream->zlib;
    zlib.next_in = input(piece);
    zlib.avail_in = static_cast<uInt>(piece.size());
    std::string text;
    std::array<char, 4096> buffer;
    while (!m_stream->isBroken) {
        zlib.next_out = reinterpret_cast<Bytef *>(buffer.data());
        zlib.avail_out = buffer.size();
        const int code = m_stream->next();
        text.append(buffer.data(), buffer.size() - zlib.avail_out);
        m_stream->isBroken = (code != Z_OK && code != Z_BUF_ERROR) || text.size() > cap;
        if (zlib.avail_out != 0)
            break;
    }
    if (text.size() > cap)
        return base::makeError(ErrorKind::TooLarge, "unpacked it is longer than " + std::to_string(cap) + " bytes");
    if (m_stream->isBroken || zlib.avail_in != 0)
        return base::makeError(ErrorKind::BadInput, "it is no zlib stream");
    return text;
}

} // namespace text
