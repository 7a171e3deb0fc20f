#include "models/rbac/AddressBlock.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace rbac {

namespace {

constexpr int MappedBits = 96;

std::optional<int> number(std::string_view text, int base, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    const bool isWhole = error == std::errc() && end == text.data() + text.size() && !text.empty() && text.front() != '-';
    return isWhole && value <= most ? std::optional(value) : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::optional<std::vector<std::uint8_t>> readIpv4(std::string_view text)
{
    std::vector<std::uint8_t> bytes;
    for (const std::string_view part : split(text, '.')) {
        const auto value = part.size() > 3 ? std::nullopt : number(part, 10, 255);
        if (!value)
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(*value));
    }
    return bytes.size() == 4 ? std::optional(bytes) : std::nullopt;
}

/// One side of the "::", or the whole address; the last group may be an IPv4 address.
std::optional<std::vector<std::uint8_t>> readGroups(std::string_view text)
{
    std::vector<std::uint8_t> bytes;
    if (text.empty())
        return bytes;
    const auto groups = split(text, ':');
    for (const std::string_view group : groups) {
        if (group.data() == groups.back().data() && group.find('.') != std::string_view::npos) {
            const auto tail = readIpv4(group);
            if (!tail)
                return std::nullopt;
            bytes.insert(bytes.end(), tail->begin(), tail->end());
            continue;
        }
        const auto value = group.size() > 4 ? std::nullopt : number(group, 16, 0xffff);
        if (!value)
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(*value >> 8));
        bytes.push_back(static_cast<std::uint8_t>(*value & 0xff));
    }
    return bytes;
}

std::optional<Address> readIpv6(std::string_view text)
{
    const auto gap = text.find("::");
    const bool hasGap = gap != std::string_view::npos;
    const auto head = readGroups(text.substr(0, gap));
    const auto tail = readGroups(hasGap ? text.substr(gap + 2) : std::string_view());
    if (!head || !tail || (hasGap ? head->size() + tail->size() > 14 : head->size() != 16))
        return std::nullopt;
    Address address;
    std::copy(head->begin(), head->end(), address.bytes.begin());
    std::copy(tail->begin(), tail->end(), address.bytes.end() - static_cast<std::ptrdiff_t>(tail->size()));
    return address;
}

} // namespace

std::optional<Address> Address::parse(std::string_view text)
{
    if (text.find(':') != std::string_view::npos)
        return readIpv6(text);
    const auto bytes = readIpv4(text);
    if (!bytes)
        return std::nullopt;
    Address address;
    address.bytes[10] = address.bytes[11] = 0xff;
    std::copy(bytes->begin(), bytes->end(), address.bytes.begin() + 12);
    return address;
}

std::optional<AddressBlock> AddressBlock::parse(std::string_view text)
{
    const auto slash = text.find('/');
    const auto network = Address::parse(text.substr(0, slash));
    if (slash == std::string_view::npos || !network)
        return std::nullopt;
    const bool isIpv4 = text.find(':') == std::string_view::npos;
    const auto bits = number(text.substr(slash + 1), 10, isIpv4 ? 32 : 128);
    return bits ? std::optional(AddressBlock{*network, *bits + (isIpv4 ? MappedBits : 0)}) : std::nullopt;
}

bool AddressBlock::contains(const Address &address) const
{
    for (int bit = 0; bit < bits; bit += 8) {
        const int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
        const auto byte = static_cast<std::size_t>(bit / 8);
        if (((address.bytes[byte] ^ network.bytes[byte]) & mask) != 0)
            return false;
    }
    return true;
}

} // namespace rbac
