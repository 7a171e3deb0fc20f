#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// A decimal spelling as the nearest double, independent of the locale; nothing when it is no number or too large.
/// A number too small becomes zero.
std::optional<double> parseDouble(std::string_view spelling);

/// Only digits, with or without a minus.
bool isWholeSpelling(std::string_view spelling);

/// Whether the spelling is a number as JSON writes it.
bool isJsonNumber(std::string_view spelling);

/// A double as kubectl -o yaml writes it: whole ones of up to 64 bits in full, others as the shortest spelling that reads
/// back as the same, with an exponent below 1e-4 and from 1e6 on; infinities and not-a-number as YAML 1.1 spells them.
std::string formatDouble(double value);

/// The same with 32 bits and no exception for whole ones: how sigs.k8s.io/yaml turns a key that is a number into text.
std::string formatFloat(float value);

} // namespace text
