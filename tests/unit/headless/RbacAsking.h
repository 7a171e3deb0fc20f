#pragma once

#include "app/headless/Rbac.h"
#include "models/text/Json.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sstream>
#include <string>
#include <vector>

namespace asking {

using text::Value;

/// What a verb printed, and its exit code.
struct Outcome
{
    int code = -1;
    std::string out;
    std::string err;
    Value value;   ///< the output as JSON
};

/// The texts of a list, in one line.
inline std::string joined(const Value &list)
{
    std::string out;
    for (const Value &item : list.items())
        out += (out.empty() ? "" : " ") + item.text();
    return out;
}

/// The keys of a map, in order and in one line.
inline std::string keys(const Value &map)
{
    std::string out;
    for (const Value::Member &member : map.members())
        out += (out.empty() ? "" : " ") + member.key;
    return out;
}

/// A folder of files that stand for a cluster, and the verbs asked about them.
class Files
{
public:
    std::string write(const char *name, const std::string &content) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content.c_str(), static_cast<qint64>(content.size())) < 0)
            qFatal("%s cannot be written", name);
        return file.fileName().toStdString();
    }

    /// With -o json, unless the words say otherwise; --from is objects.yaml.
    Outcome ask(std::vector<std::string> words) const
    {
        words.insert(words.begin(), "rbac");
        words.insert(words.end(), {"--from", m_folder.filePath(QStringLiteral("objects.yaml")).toStdString()});
        if (std::find(words.begin(), words.end(), "-o") == words.end())
            words.insert(words.end(), {"-o", "json"});
        const std::vector<std::string_view> views(words.begin(), words.end());
        const auto invocation = headless::parseCommandLine(views);
        if (!invocation)
            return {2, "", invocation.error().message, {}};
        std::ostringstream out;
        std::ostringstream err;
        const int code = headless::rbacVerb(*invocation, out, err);
        return {code, out.str(), err.str(), text::parseJson(out.str()).value_or(Value())};
    }

    /// The words are separated by spaces.
    Outcome ask(const QString &words) const
    {
        std::vector<std::string> list;
        for (const QString &word : words.split(QLatin1Char(' ')))
            list.push_back(word.toStdString());
        return ask(std::move(list));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace asking
