#pragma once

#include "models/text/Value.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace demo {

/// The member of that key to be changed in place; it is made (null) where there is none, and what was no map becomes one.
text::Value &member(text::Value &map, std::string_view key);

/// The value at the end of a path of keys, made where it is missing: at(pod, {"metadata", "labels"}).
text::Value &at(text::Value &value, std::initializer_list<std::string_view> path);

/// The value at the end of a path of keys, or null.
const text::Value &in(const text::Value &value, std::initializer_list<std::string_view> path);

/// Takes every member of that key away.
void erase(text::Value &map, std::string_view key);

/// The member of a list whose "name", "type" or other key has that text, made at the end where there is none.
text::Value &entry(text::Value &list, std::string_view key, std::string_view name);

/// Short words for literal objects.
inline text::Value str(std::string_view value) { return text::Value::string(std::string(value)); }
inline text::Value num(std::int64_t value) { return text::Value::number(value); }
inline text::Value yes(bool value = true) { return text::Value::boolean(value); }

using Members = std::initializer_list<std::pair<std::string_view, text::Value>>;
text::Value object(Members members);

} // namespace demo
