#include "models/rbac/DraftShape.h"

#include "models/rbac/Marked.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace rbac {

using text::Value;

namespace {

enum class Type { Text, Texts, Labels, Object, Objects, Anything };

struct Field
{
    std::string_view name;
    Type type = Type::Text;
    std::span<const Field> fields = {};
};

constexpr Field ruleFields[] = {{"verbs", Type::Texts}, {"apiGroups", Type::Texts}, {"resources", Type::Texts}, {"resourceNames", Type::Texts}, {"nonResourceURLs", Type::Texts}};
constexpr Field expressionFields[] = {{"key"}, {"operator"}, {"values", Type::Texts}};
constexpr Field selectorFields[] = {{"matchLabels", Type::Labels}, {"matchExpressions", Type::Objects, expressionFields}};
constexpr Field aggregationFields[] = {{"clusterRoleSelectors", Type::Objects, selectorFields}};
constexpr Field roleRefFields[] = {{"apiGroup"}, {"kind"}, {"name"}};
constexpr Field subjectFields[] = {{"kind"}, {"apiGroup"}, {"name"}, {"namespace"}};
constexpr Field metadataFields[] = {{"name"}, {"generateName"}, {"namespace"}, {"selfLink"}, {"uid"}, {"resourceVersion"}, {"generation", Type::Anything}, {"creationTimestamp", Type::Anything},
                                    {"deletionTimestamp", Type::Anything}, {"deletionGracePeriodSeconds", Type::Anything}, {"labels", Type::Labels}, {"annotations", Type::Labels},
                                    {"ownerReferences", Type::Anything}, {"finalizers", Type::Texts}, {"managedFields", Type::Anything}};
constexpr Field roleFields[] = {{"apiVersion"}, {"kind"}, {"metadata", Type::Object, metadataFields}, {"rules", Type::Objects, ruleFields}};
constexpr Field clusterRoleFields[] = {{"apiVersion"}, {"kind"}, {"metadata", Type::Object, metadataFields}, {"rules", Type::Objects, ruleFields},
                                       {"aggregationRule", Type::Object, aggregationFields}};
constexpr Field bindingFields[] = {{"apiVersion"}, {"kind"}, {"metadata", Type::Object, metadataFields}, {"roleRef", Type::Object, roleRefFields}, {"subjects", Type::Objects, subjectFields}};

std::span<const Field> fieldsOf(std::string_view kind)
{
    if (kind == "Role")
        return roleFields;
    return kind == "ClusterRole" ? std::span<const Field>(clusterRoleFields) : std::span<const Field>(bindingFields);
}

/// Looks through one object and what it holds.
class Search
{
public:
    void checkObject(const Value &object, std::span<const Field> fields, const std::string &path)
    {
        for (const Value::Member &member : object.members()) {
            const std::string name = path.empty() ? member.key : path + '.' + member.key;
            const auto field = std::ranges::find(fields, member.key, &Field::name);
            if (field == fields.end())
                add(Sentence(QT_TRANSLATE_NOOP("rbac", "there is no field %1"), {name}), member.line, 0);
            else if (!member.value.isNull())
                check(member.value, *field, name);
        }
    }

    std::vector<DraftProblem> result() { return std::move(m_out); }

private:
    void check(const Value &value, const Field &field, const std::string &name)
    {
        switch (field.type) {
        case Type::Text:
            return checkText(value, name);
        case Type::Texts:
            return checkList(value, name, [&](const Value &item, const std::string &place) { checkText(item, place); });
        case Type::Labels:
            return checkLabels(value, name);
        case Type::Object:
            return checkMap(value, field.fields, name);
        case Type::Objects:
            return checkList(value, name, [&](const Value &item, const std::string &place) { checkMap(item, field.fields, place); });
        case Type::Anything:
            break;
        }
    }

    void checkText(const Value &value, const std::string &name)
    {
        if (!value.isString())
            add(Sentence(QT_TRANSLATE_NOOP("rbac", "%1 must be a text; a number, true or false needs quotes"), {name}), value);
    }

    template<typename Check>
    void checkList(const Value &value, const std::string &name, Check check)
    {
        if (!value.isList())
            return add(Sentence(QT_TRANSLATE_NOOP("rbac", "%1 must be a list"), {name}), value);
        for (std::size_t i = 0; i < value.items().size(); ++i)
            check(value.items()[i], name + '[' + std::to_string(i) + ']');
    }

    void checkMap(const Value &value, std::span<const Field> fields, const std::string &name)
    {
        if (!value.isMap())
            return add(Sentence(QT_TRANSLATE_NOOP("rbac", "%1 must hold fields"), {name}), value);
        checkObject(value, fields, name);
    }

    void checkLabels(const Value &value, const std::string &name)
    {
        if (!value.isMap())
            return add(Sentence(QT_TRANSLATE_NOOP("rbac", "%1 must hold fields"), {name}), value);
        for (const Value::Member &member : value.members())
            checkText(member.value, name + '.' + member.key);
    }

    void add(Sentence message, const Value &place) { add(std::move(message), place.line(), place.column()); }
    void add(Sentence message, int line, int column) { m_out.push_back({std::move(message), line, column}); }

    std::vector<DraftProblem> m_out;
};

} // namespace

std::vector<DraftProblem> shapeProblems(const Value &object)
{
    if (!object["apiVersion"].text().starts_with("rbac.authorization.k8s.io/"))
        return {};
    Search search;
    search.checkObject(object, fieldsOf(object["kind"].text()), {});
    return search.result();
}

const Value &placeOfField(const Value &object, std::string_view field)
{
    const Value *place = &object;
    while (!field.empty()) {
        const std::size_t end = std::min(field.find_first_of(".["), field.size());
        std::string_view name = field.substr(0, end);
        field.remove_prefix(end);
        const Value *next = name.empty() ? place : place->find(name);
        if (next && field.starts_with('[')) {
            std::size_t index = 0;
            std::from_chars(field.data() + 1, field.data() + field.size(), index);
            field.remove_prefix(std::min(field.find(']') + 1, field.size()));
            next = index < next->items().size() ? &next->items()[index] : nullptr;
        }
        if (!next || next->line() == 0)
            break;
        place = next;
        if (field.starts_with('.'))
            field.remove_prefix(1);
    }
    return *place;
}

} // namespace rbac
