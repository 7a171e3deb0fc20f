#pragma once

#include "models/base/Result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace text {

/// One zlib stream that is written piece by piece, each piece readable on its own (a sync flush). One thread.
class ZlibWriter
{
public:
    /// The dictionary is what the reader was told beforehand; it is copied.
    explicit ZlibWriter(std::string_view dictionary);
    ~ZlibWriter();

    std::string write(std::string_view piece);

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

/// Reads such a stream, piece by piece. One thread.
class ZlibReader
{
public:
    explicit ZlibReader(std::string_view dictionary);
    ~ZlibReader();

    /// The next piece unpacked. Errors: BadInput, and TooLarge when it would be longer than the cap; nothing can be read after one.
    base::Result<std::string> read(std::string_view piece, std::size_t cap);

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace text
