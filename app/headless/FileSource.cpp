#include "app/headless/CustomKinds.h"
#include "app/headless/GetSource.h"
#include "app/headless/ObjectsFromFiles.h"
#include "models/text/GoQuote.h"
#include "models/text/Json.h"
#include "models/text/Selector.h"

#include <algorithm>

namespace headless {

using base::Error;
using base::ErrorKind;
using base::Result;
using text::Value;

namespace {

const Value &at(const Value &object, std::string_view path)
{
    const Value *value = &object;
    while (!path.empty()) {
        const auto dot = path.find('.');
        value = &(*value)[path.substr(0, dot)];
        path.remove_prefix(dot == path.npos ? path.size() : dot + 1);
    }
    return *value;
}

/// Answers from files; what is asked is decided object by object.
class FileSource final : public GetSource
{
public:
    FileSource(const Invocation &invocation, ObjectsFromFiles objects, base::SystemTime now)
        : m_invocation(invocation), m_objects(std::move(objects)), m_now(now)
    {
        if (!invocation.allNamespaces)
            m_namespace = invocation.overrides.namespaceName.empty() ? "default" : invocation.overrides.namespaceName;
    }

    Result<std::vector<GetTarget>> resolve(const GetWords &words) override { return resolveTargets(words, m_objects.catalog()); }
    const std::string &namespaceName() const override { return m_namespace; }

    Result<TableRows> rows(const GetTarget &target, const RowExtras &extras, std::vector<Error> &failures) override
    {
        TableRows rows;
        const kinds::Kind *kind = kinds::findKind(target.type.apiVersion(), target.type.kind);
        const Value *definition = kind ? nullptr : m_objects.definitionOf(target.type);
        std::vector<CustomColumn> custom = definition ? customColumns(*definition, target.type.version) : std::vector<CustomColumn>();
        rows.columns = definition ? tableColumns(custom) : localColumns(kind);
        const auto customSource = definition ? makeCustomSource(std::move(custom), extras, m_now) : nullptr;
        const auto done = objects(target, [&](const Value &object) -> Result<void> {
            const std::string json = text::writeJson(object);
            if (customSource)
                return customSource->read(kube::ItemFormat::Json, json, {}, rows);
            // An object may be of another version of the type than the one that was asked for.
            const kinds::Kind *own = kinds::findKind(object["apiVersion"].text(), object["kind"].text());
            return makeLocalSource(own ? own : kind, extras, m_now)->read(kube::ItemFormat::Json, json, {}, rows);
        }, failures);
        if (!done)
            return done.error();
        if (target.names.empty())
            rows.sortByNumber(serverOrder(target.type.kind));
        return rows;
    }

    Result<void> objects(const GetTarget &target, const ObjectSink &sink, std::vector<Error> &failures) override
    {
        const auto matches = selection();
        if (!matches)
            return matches.error();
        std::vector<const Value *> there;
        for (const Value *object : m_objects.ofType(target.type)) {
            const bool isHere = !target.type.namespaced || m_namespace.empty() || (*object)["metadata"]["namespace"].text() == m_namespace;
            if (isHere && (*matches)(*object))
                there.push_back(object);
        }
        if (target.names.empty())
            return giveAll(there, sink);
        return giveNamed(there, target, sink, failures);
    }

    Result<void> watch(const GetTarget &, const RowExtras &, const RowsSink &) override
    {
        return unchanging();
    }

    Result<void> watchObjects(const GetTarget &, const ObjectSink &) override { return unchanging(); }

private:
    using Matches = std::function<bool(const Value &)>;

    static Result<void> giveAll(const std::vector<const Value *> &objects, const ObjectSink &sink)
    {
        for (const Value *object : objects) {
            if (const auto taken = sink(*object); !taken)
                return taken;
        }
        return {};
    }

    /// In the order of the names.
    static Result<void> giveNamed(const std::vector<const Value *> &objects, const GetTarget &target, const ObjectSink &sink, std::vector<Error> &failures)
    {
        for (const std::string &name : target.names) {
            if (const auto sound = checkName(name); !sound)
                return sound;
            const auto found = std::ranges::find_if(objects, [&](const Value *object) { return (*object)["metadata"]["name"].text() == name; });
            if (found == objects.end()) {
                failures.push_back(notFound(target.type, name));
                continue;
            }
            if (const auto taken = sink(**found); !taken)
                return taken;
        }
        return {};
    }

    static Error unchanging() { return base::makeError(ErrorKind::Misuse, "files do not change: --watch needs a cluster"); }

    Result<Matches> selection() const
    {
        auto labels = text::LabelSelector::parse(m_invocation.get.labelSelector);
        if (!labels)
            return base::makeError(ErrorKind::BadInput, "the provided selector " + text::goQuoted(m_invocation.get.labelSelector) + " is not valid: " + labels.error().message);
        auto fields = text::FieldSelector::parse(m_invocation.get.fieldSelector);
        if (!fields)
            return fields.error();
        return Matches([labels = std::move(*labels), fields = std::move(*fields)](const Value &object) {
            const Value &own = object["metadata"]["labels"];
            const auto label = [&](std::string_view key) -> std::optional<std::string_view> {
                const Value *value = own.find(key);
                return value ? std::optional<std::string_view>(value->text()) : std::nullopt;
            };
            const auto field = [&](std::string_view path) -> std::optional<std::string_view> { return at(object, path).text(); };
            return labels.matches(label) && fields.matches(field);
        });
    }

    const Invocation &m_invocation;
    ObjectsFromFiles m_objects;
    base::SystemTime m_now;
    std::string m_namespace;
};

} // namespace

std::unique_ptr<GetSource> makeFileSource(const Invocation &invocation, ObjectsFromFiles objects, base::SystemTime now)
{
    return std::make_unique<FileSource>(invocation, std::move(objects), now);
}

Error notFound(const kube::ResourceType &type, const std::string &name)
{
    Error error = base::makeError(ErrorKind::NotFound, type.qualifiedName() + " \"" + name + "\" not found");
    error.reason = "NotFound";
    error.code = 404;
    return error;
}

} // namespace headless
