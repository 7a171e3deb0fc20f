#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rbac {

/// An IPv4 or IPv6 address; IPv4 is kept as the mapped IPv6 address.
struct Address
{
    std::array<std::uint8_t, 16> bytes = {};

    /// "10.0.0.1" or "fd00::1"; leading zeros of IPv4 are decimal, as the API server still reads them.
    static std::optional<Address> parse(std::string_view text);
    bool operator==(const Address &) const = default;
};

/// A range of addresses: "10.0.0.0/8", "fd00::/8".
struct AddressBlock
{
    Address network;
    int bits = 0;   ///< of the 128 of an address

    static std::optional<AddressBlock> parse(std::string_view text);
    bool contains(const Address &address) const;
};

} // namespace rbac
