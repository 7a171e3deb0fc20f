#include "models/detail/Sections.h"

#include "models/kube/Base64.h"

#include <QtGlobal>

namespace detail {

namespace {

Part sizePart(std::size_t bytes)
{
    return wordsPart(Phrase(QT_TR_NOOP("%1 B"), {std::to_string(bytes)}), Tone::Quiet);
}

} // namespace

void addConfigMap(Summary &summary, const text::Value &object)
{
    Section section{Phrase(QT_TR_NOOP("Data")), {}};
    for (const text::Value::Member &member : object["data"].members())
        addNamedRow(section, member.key, {{machinePart(member.value.text())}});
    for (const text::Value::Member &member : object["binaryData"].members()) {
        const auto bytes = kube::decodeBase64(member.value.text());
        addNamedRow(section, member.key, {{wordsPart(Phrase(QT_TR_NOOP("binary"))), sizePart(bytes ? bytes->size() : member.value.text().size())}});
    }
    if (section.rows.empty())
        addRow(section, QT_TR_NOOP("Keys"), wordsPart(Phrase(QT_TR_NOOP("none")), Tone::Quiet));
    if (object["immutable"].asBoolean())
        addRow(section, QT_TR_NOOP("Immutable"), wordsPart(Phrase(QT_TR_NOOP("yes"))));
    addSection(summary, std::move(section));
}

void addSecret(Summary &summary, const text::Value &object)
{
    static constexpr FieldRow fields[] = {
        {QT_TR_NOOP("Type"), "type"},
        {QT_TR_NOOP("Immutable"), "immutable", Form::YesNo},
    };
    Section kind{Phrase(QT_TR_NOOP("Secret")), {}};
    addFields(kind, object, fields);
    addSection(summary, std::move(kind));
    addTokenClaims(summary, object);
    addCertificates(summary, object);
    Section section{Phrase(QT_TR_NOOP("Data")), {}};
    for (const text::Value::Member &member : object["data"].members()) {
        const auto bytes = kube::decodeBase64(member.value.text());
        Part value = machinePart(bytes ? *bytes : member.value.text());
        value.isSecret = true;
        addNamedRow(section, member.key, {{value, sizePart(bytes ? bytes->size() : member.value.text().size())}});
    }
    if (section.rows.empty())
        addRow(section, QT_TR_NOOP("Keys"), wordsPart(Phrase(QT_TR_NOOP("none")), Tone::Quiet));
    addSection(summary, std::move(section));
}

} // namespace detail
