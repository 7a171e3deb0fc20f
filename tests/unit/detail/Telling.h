#pragma once

#include "models/detail/Summary.h"
#include "models/detail/Words.h"
#include "models/text/Json.h"
#include "tests/support/Folders.h"

#include <fstream>
#include <sstream>
#include <string>

/// Summaries as the English text that a person would read, for tables of expectations.
namespace telling {

inline const base::SystemTime now{std::chrono::seconds(1'795'400'000)};    // 2026-11-23T02:13:20Z

inline std::string say(const detail::Phrase &phrase)
{
    return detail::resolve(phrase, now, [](const char *words) { return std::string(words); });
}

inline std::string say(const detail::Line &line)
{
    std::string text;
    for (const detail::Part &part : line) {
        text += text.empty() ? "" : " | ";
        text += part.isSecret ? "(secret) " + say(part.phrase) : say(part.phrase);
        if (part.link)
            text += " -> " + part.link->group + '/' + part.link->kind + '/' + part.link->namespaceName + '/' + part.link->name;
    }
    return text;
}

inline std::string say(const detail::Section &section)
{
    std::string text = '[' + say(section.title) + "]\n";
    for (const detail::Row &row : section.rows) {
        text += say(row.label) + ':';
        for (const detail::Line &line : row.lines)
            text += ' ' + say(line) + ';';
        text += '\n';
    }
    if (!section.table)
        return text;
    for (const detail::Phrase &header : section.table->headers)
        text += '<' + say(header) + '>';
    text += '\n';
    for (const auto &row : section.table->rows) {
        for (const detail::Line &cell : row)
            text += '(' + say(cell) + ')';
        text += '\n';
    }
    return text;
}

inline std::string say(const detail::Notice &notice)
{
    std::string text = "! " + say(notice.title);
    for (const detail::Phrase &sentence : notice.sentences)
        text += " · " + say(sentence);
    return text + (notice.words.empty() ? "" : " \"" + notice.words + '"') + '\n';
}

inline std::string say(const detail::Summary &summary)
{
    std::string text;
    for (const detail::Notice &notice : summary.notices)
        text += say(notice);
    for (const detail::Section &section : summary.sections)
        text += say(section);
    return text;
}

/// The section of that title, or nothing.
inline std::string sayOnly(const detail::Summary &summary, const std::string &title)
{
    for (const detail::Section &section : summary.sections) {
        if (say(section.title) == title)
            return say(section);
    }
    return {};
}

/// An object of a list that a real server gave, "v1.pods", with the kind that items of lists leave out.
inline text::Value recorded(const std::string &list, const std::string &name)
{
    std::ifstream file(folders::source("tests/data/kinds/recorded/") + list + ".list.json");
    std::stringstream bytes;
    bytes << file.rdbuf();
    const auto parsed = text::parseJson(bytes.str());
    if (!parsed)
        return {};
    for (text::Value item : (*parsed)["items"].items()) {
        if (item["metadata"]["name"].text() != name)
            continue;
        const std::string kind = (*parsed)["kind"].text();
        item.set("kind", text::Value::string(kind.substr(0, kind.size() - 4)));
        item.set("apiVersion", (*parsed)["apiVersion"]);
        return item;
    }
    return {};
}

} // namespace telling
