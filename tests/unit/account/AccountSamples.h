#pragma once

#include "models/account/AccountSummary.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <string>

namespace samples {

/// The whole text of a cell or a row: words as they are marked, with their values behind them.
inline std::string textOf(const detail::Line &line)
{
    std::string out;
    for (const detail::Part &part : line) {
        out += out.empty() ? "" : " ";
        if (!part.phrase.words.empty())
            out += part.phrase.words;
        for (const detail::Argument &argument : part.phrase.arguments)
            out += (part.phrase.words.empty() ? "" : "|") + argument.text;
    }
    return out;
}

inline const detail::Section *sectionOf(const detail::Summary &summary, std::string_view title)
{
    for (const detail::Section &section : summary.sections)
        if (section.title.words == title)
            return &section;
    return nullptr;
}

/// The rows of a table, cells with " ; " between them; empty without the section.
inline std::vector<std::string> rowsOf(const detail::Summary &summary, std::string_view title)
{
    std::vector<std::string> out;
    const detail::Section *section = sectionOf(summary, title);
    if (!section || !section->table)
        return out;
    for (const auto &row : section->table->rows) {
        std::string text;
        for (const detail::Line &cell : row)
            text += (text.empty() ? "" : " ; ") + textOf(cell);
        out.push_back(text);
    }
    return out;
}

/// What is said of a label; empty when nothing is.
inline std::string saidOf(const detail::Summary &summary, std::string_view title, std::string_view label)
{
    const detail::Section *section = sectionOf(summary, title);
    for (const detail::Row &row : section ? section->rows : std::vector<detail::Row>()) {
        std::string text;
        for (const detail::Line &line : row.lines)
            text += (text.empty() ? "" : ", ") + textOf(line);
        if (row.label.words == label)
            return text;
    }
    return {};
}

/// Lists of everything that uses the account, all read, as they would come from the server.
inline account::Users users(const rbac::ServiceAccountRef &ref, std::string_view yaml)
{
    account::Users out;
    for (const account::UserKind &kind : account::userKinds)
        out[std::string(kind.kind)].isComplete = true;
    const auto documents = text::parseYamlDocuments(yaml);
    if (!documents)
        qFatal("%s", documents.error().message.c_str());
    const auto keep = account::userOf(ref);
    for (const text::Value &document : *documents)
        if (auto kept = document.isNull() ? std::nullopt : keep(document))
            out.at(document["kind"].text()).objects[document["metadata"]["name"].text()] = std::make_shared<const text::Value>(std::move(*kept));
    return out;
}

inline account::AccountSources sources(const rbac::ServiceAccountRef &ref, std::string_view access, std::string_view workloads = {})
{
    account::AccountSources out{ref, std::make_shared<const rbac::Basis>(inputs(access)), users(ref, workloads), {}};
    out.tokenSecrets.isComplete = true;
    return out;
}

} // namespace samples
