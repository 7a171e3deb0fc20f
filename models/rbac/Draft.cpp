#include "models/rbac/Draft.h"

#include "models/rbac/DraftShape.h"
#include "models/rbac/Flaws.h"
#include "models/rbac/Marked.h"
#include "models/rbac/ObjectReader.h"
#include "models/text/Yaml.h"

#include <algorithm>
#include <cstdint>

namespace rbac {

using text::Value;

namespace {

constexpr std::string_view rbacGroup = "rbac.authorization.k8s.io";
/// After aliases are expanded: it is read again with each key.
constexpr std::size_t MostNodes = 100'000;
constexpr std::size_t MostText = 1024 * 1024;
constexpr std::string_view rbacVersion = "rbac.authorization.k8s.io/v1";

bool isAccessKind(std::string_view kind)
{
    return kind == "Role" || kind == "ClusterRole" || kind == "RoleBinding" || kind == "ClusterRoleBinding";
}

/// "---" or "..." alone, or before a blank.
bool isSeparator(std::string_view line, std::string_view mark)
{
    return line.starts_with(mark) && (line.size() == mark.size() || line[mark.size()] == ' ' || line[mark.size()] == '\t' || line[mark.size()] == '\r');
}

bool isBlank(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first != line.npos && line[first] != '#')
            return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

/// As the server stores a binding that leaves them out.
std::shared_ptr<const Binding> withDefaults(const std::shared_ptr<const Binding> &read)
{
    auto out = std::make_shared<Binding>(*read);
    if (out->roleRef.apiGroup.empty())
        out->roleRef.apiGroup = rbacGroup;
    for (Subject &subject : out->subjects) {
        if (subject.apiGroup.empty() && (subject.kind == "User" || subject.kind == "Group"))
            subject.apiGroup = rbacGroup;
    }
    return out;
}

/// Reads one document after the other.
class Reading
{
public:
    void read(const YamlDocument &document)
    {
        std::vector<text::YamlWarning> warnings;
        text::YamlLimits limits;
        limits.bytes = LargestDraft;
        limits.nodes = MostNodes;
        limits.textBytes = MostText;
        m_line = document.line;
        const auto object = text::parseYaml(document.text, &warnings, limits);
        if (!object)
            return add(unplaced(object.error()), object.error().line, object.error().column);
        if (object->isNull())
            return;
        for (const text::YamlWarning &warning : warnings)
            add(Sentence(warning.message), warning.line, 0);
        if (warnings.empty())
            readAny(*object, document.text);
    }

    void add(Sentence message, int line, int column) { m_out.problems.push_back({std::move(message), line == 0 ? m_line : line + m_line - 1, column}); }

    ReadDraft result() { return std::move(m_out); }

private:
    /// The place stands beside it, of the whole text.
    static Sentence unplaced(const base::Error &error)
    {
        const std::string place = "line " + std::to_string(error.line);
        std::string message = error.message;
        if (const std::size_t at = message.find(place); error.line > 0 && at == 0) {
            const std::size_t colon = message.find(": ");
            message = colon == message.npos ? message : message.substr(colon + 2);
        }
        return Sentence(std::move(message));
    }

    void readAny(const Value &object, const std::string &text)
    {
        const std::string &kind = object["kind"].text();
        if (!object.isMap() || kind.empty() || object["apiVersion"].text().empty())
            return add(Sentence(QT_TRANSLATE_NOOP("rbac", "this is no object: it needs apiVersion, kind and metadata")), object.line(), object.column());
        if (!kind.ends_with("List") || !object["items"].isList())
            return readObject(object, text);
        for (const Value &item : object["items"].items())
            readAny(item, text::writeYaml(item));
    }

    void readObject(const Value &object, const std::string &text)
    {
        const std::string &kind = object["kind"].text();
        const bool isRbac = object["apiVersion"].text().starts_with(rbacGroup);
        if (isRbac && (!isAccessKind(kind) || object["apiVersion"].text() != rbacVersion))
            return add(Sentence(QT_TRANSLATE_NOOP("rbac", "%1 has no kind %2"), {object["apiVersion"].text(), kind}), object["kind"].line(), object["kind"].column());
        if (!isRbac)
            return readOther(object, text);
        std::vector<DraftProblem> problems = shapeProblems(object);
        if (problems.empty())
            return readAccess(object, text);
        for (DraftProblem &problem : problems)
            add(std::move(problem.message), problem.line, problem.column);
    }

    void readAccess(const Value &object, const std::string &text)
    {
        Inputs one;
        addObject(object, one);
        DraftedObject drafted;
        drafted.text = text;
        drafted.apiVersion = rbacVersion;
        if (!one.roles.empty())
            drafted.role = one.roles.front();
        else
            drafted.binding = one.bindings.front() = withDefaults(one.bindings.front());
        drafted.ref = drafted.role ? drafted.role->ref : drafted.binding->ref;
        std::vector<Flaw> flaws = flawsOf(one);
        const bool isLocal = drafted.ref.kind == "Role" || drafted.ref.kind == "RoleBinding";
        if (isLocal && drafted.ref.namespaceName.empty())
            flaws.push_back({drafted.ref, "metadata.namespace", "is required"});
        for (const Flaw &flaw : flaws) {
            const Value &place = placeOfField(object, flaw.field);
            add(Sentence(flaw.field + ": " + flaw.message), place.line(), place.column());
        }
        if (flaws.empty())
            keep(std::move(drafted));
    }

    void readOther(const Value &object, const std::string &text)
    {
        const Value &metadata = object["metadata"];
        if (metadata["name"].text().empty())
            return add(Sentence("metadata.name: is required"), placeOfField(object, "metadata").line(), 0);
        DraftedObject drafted;
        drafted.ref = {object["kind"].text(), metadata["namespace"].text(), metadata["name"].text()};
        drafted.text = text;
        drafted.apiVersion = object["apiVersion"].text();
        const bool isAccount = object["apiVersion"].text() == "v1" && drafted.ref.kind == "ServiceAccount";
        if (isAccount)
            drafted.account = readServiceAccount(object);
        keep(std::move(drafted));
    }

    void keep(DraftedObject object)
    {
        if (std::ranges::find(m_out.objects, object.ref, &DraftedObject::ref) != m_out.objects.end())
            return add(Sentence(QT_TRANSLATE_NOOP("rbac", "%1 stands here twice"), {object.ref.text()}), 0, 0);
        m_out.objects.push_back(std::move(object));
    }

    ReadDraft m_out;
    int m_line = 1;
};

} // namespace

std::vector<YamlDocument> documentsOf(std::string_view text)
{
    std::vector<YamlDocument> out;
    YamlDocument current;
    int line = 0;
    const auto finish = [&](int next) {
        if (!isBlank(current.text))
            out.push_back(std::move(current));
        current = {{}, next};
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view row = text.substr(0, end);
        ++line;
        if (isSeparator(row, "...")) {
            finish(line + 1);
        } else if (isSeparator(row, "---")) {
            finish(line);
            const std::string_view rest = row.substr(3);    // may be an object in braces
            current = isBlank(rest) ? YamlDocument{{}, line + 1} : YamlDocument{"   " + std::string(rest) + '\n', line};
        } else {
            current.text.append(row).append(1, '\n');
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    finish(line);
    return out;
}

ReadDraft readDraft(std::string_view text)
{
    Reading reading;
    if (text.size() > LargestDraft) {
        reading.add(Sentence(QT_TRANSLATE_NOOP("rbac", "too long: at most %1 KiB are read"), {std::to_string(LargestDraft / 1024)}), 0, 0);
        return reading.result();
    }
    for (const YamlDocument &document : documentsOf(text))
        reading.read(document);
    return reading.result();
}

} // namespace rbac
