#include "models/detail/Sections.h"
#include "models/detail/YamlText.h"

#include <QtGlobal>

namespace detail {

namespace {

std::vector<Line> ownersOf(const text::Value &metadata)
{
    std::vector<Line> lines;
    for (const text::Value &owner : metadata["ownerReferences"].items()) {
        lines.push_back({kindLinkPart(groupOf(owner["apiVersion"].text()), owner["kind"].text(), metadata["namespace"].text(), owner["name"].text())});
    }
    return lines;
}

/// What was applied of a Secret holds its values once more.
std::vector<Line> annotations(const text::Value &object)
{
    const bool isSecret = object["kind"].text() == "Secret";
    std::vector<Line> lines;
    for (const text::Value::Member &member : object["metadata"]["annotations"].members()) {
        lines.push_back({textPart(member.key, Tone::Quiet), textPart(shown(member.value))});
        lines.back().back().isSecret = isSecret && member.key == LastApplied;
    }
    return lines;
}

Part conditionStatus(const text::Value &condition)
{
    // Whether True is good depends on the condition; only what nobody knows is the same for all.
    const std::string &status = condition["status"].text();
    return textPart(status, status == "Unknown" ? Tone::Unknown : Tone::Normal);
}

} // namespace

std::string namespaceOf(const text::Value &object)
{
    return object["metadata"]["namespace"].text();
}

void addOwners(Summary &summary, const text::Value &object)
{
    Section section{ownersTitle(), {}};
    addRow(section, QT_TR_NOOP("Owner"), ownersOf(object["metadata"]));
    addSection(summary, std::move(section));
}

void addIdentity(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow own[] = {
        {QT_TR_NOOP("Created"), "creationTimestamp", Form::Age},
        {QT_TR_NOOP("Labels"), "labels", Form::Pairs},
    };
    static constexpr FieldRow server[] = {
        {QT_TR_NOOP("Finalizers"), "finalizers", Form::Lines},
        {QT_TR_NOOP("UID"), "uid", Form::Machine},
        {QT_TR_NOOP("Version"), "resourceVersion", Form::Machine},
        {QT_TR_NOOP("Generation"), "generation", Form::Machine},
    };
    const text::Value &metadata = object["metadata"];
    Section section{Phrase(QT_TR_NOOP("Object")), {}};
    addFields(section, metadata, own);
    addRow(section, QT_TR_NOOP("Annotations"), annotations(object));
    addFields(section, metadata, server);
    addSection(summary, std::move(section));
}

void addConditions(Summary &summary, const text::Value &object)
{
    Section section{Phrase(QT_TR_NOOP("Conditions")), {}};
    section.table = tableOf({QT_TR_NOOP("Condition"), QT_TR_NOOP("Status"), QT_TR_NOOP("Since"), QT_TR_NOOP("Reason"), QT_TR_NOOP("Message")});
    for (const text::Value &condition : at(object, "status.conditions").items()) {
        if (!condition.isMap())
            continue;
        const auto since = timeOf(condition["lastTransitionTime"]);
        section.table->rows.push_back({{textPart(condition["type"].text())},
                                       {conditionStatus(condition)},
                                       {since ? wordsPart(Phrase({}, {Argument::age(*since)}), Tone::Quiet) : textPart({})},
                                       {textPart(condition["reason"].text())},
                                       {textPart(condition["message"].text())}});
    }
    addSection(summary, std::move(section));
}

} // namespace detail
