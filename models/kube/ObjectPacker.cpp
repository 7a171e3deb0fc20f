#include "models/kube/ObjectPacker.h"

namespace kube {

namespace {

// The first byte of packed bytes.
constexpr char alone = 'p';
constexpr char withDictionary = 'd';

} // namespace

void ObjectPacker::learn(std::string_view object)
{
    m_samples.emplace_back(object);
    if (m_samples.size() < Samples)
        return;
    m_learned = true;
    if (const auto trained = text::Dictionary::train(m_samples)) {
        m_compressor.setDictionary(*trained);
        m_dictionary.with([&](auto &dictionary) { dictionary = *trained; });
    }
    m_samples = {};
}

std::string_view ObjectPacker::pack(std::string_view object)
{
    if (!m_learned)
        learn(object);
    m_packed.assign(1, m_dictionary.with([](const auto &dictionary) { return dictionary ? withDictionary : alone; }));
    m_compressor.compress(object, m_packed);
    return m_packed;
}

base::Result<std::string> ObjectPacker::unpack(std::string_view packed) const
{
    if (packed.empty())
        return base::makeError(base::ErrorKind::BadInput, "no object");
    const auto dictionary = m_dictionary.with([](const auto &current) { return current; });
    return text::decompress(packed.substr(1), LargestObject, packed[0] == withDictionary ? dictionary.get() : nullptr);
}

} // namespace kube
