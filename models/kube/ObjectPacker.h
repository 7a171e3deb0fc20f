#pragma once

#include "models/base/Guarded.h"
#include "models/base/Result.h"
#include "models/text/Compression.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// Compresses the objects of one collection, with a dictionary trained from the first of them. Packed bytes say how they were
/// made, so that those from before the training stay readable. pack() on one thread, unpack() on any.
class ObjectPacker
{
public:
    /// The view is valid until the next call.
    std::string_view pack(std::string_view object);
    base::Result<std::string> unpack(std::string_view packed) const;

    static constexpr std::size_t Samples = 100;
    static constexpr std::size_t LargestObject = 64 * 1024 * 1024;

private:
    void learn(std::string_view object);

    text::Compressor m_compressor;
    std::vector<std::string> m_samples;
    std::string m_packed;
    bool m_learned = false;
    mutable base::Guarded<std::shared_ptr<const text::Dictionary>> m_dictionary;
};

} // namespace kube
