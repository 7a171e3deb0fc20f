#pragma once

#include "models/base/Result.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace text {

/// What many small texts of one kind have in common, learned from samples (zstd). Immutable; any thread.
class Dictionary
{
public:
    ~Dictionary();

    /// An error when the samples have too little in common. Takes some 50 ms for 100 objects of 6 KB.
    static base::Result<std::shared_ptr<const Dictionary>> train(std::span<const std::string> samples, std::size_t bytes = 110 * 1024);

private:
    friend class Compressor;
    friend base::Result<std::string> decompress(std::string_view, std::size_t, const Dictionary *);
    struct Parts;
    Dictionary();
    std::unique_ptr<Parts> m_parts;
};

/// Compresses small texts, with a dictionary when it has one. One thread.
class Compressor
{
public:
    Compressor();
    ~Compressor();

    void setDictionary(std::shared_ptr<const Dictionary> dictionary);
    /// Appends the compressed bytes to out.
    void compress(std::string_view text, std::string &out);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
    std::shared_ptr<const Dictionary> m_dictionary;
};

/// The text again; an error when it would be longer than the cap, or was made with another dictionary. Any thread.
base::Result<std::string> decompress(std::string_view bytes, std::size_t cap, const Dictionary *dictionary = nullptr);

/// Unpacks gzip; an error when the text would be longer than the cap.
base::Result<std::string> gunzip(std::string_view bytes, std::size_t cap);

} // namespace text
