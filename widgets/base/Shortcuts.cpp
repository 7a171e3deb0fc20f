#include "widgets/base/Shortcuts.h"

#include "models/settings/Settings.h"
#include "widgets/base/Feature.h"

namespace base {

namespace {

/// What a person wrote there by hand and no key has is taken for nothing.
bool isUsable(const text::Value &value)
{
    if (!value.isString())
        return false;
    const QKeySequence keys(QString::fromStdString(value.text()), QKeySequence::PortableText);
    return value.text().empty() || (!keys.isEmpty() && (keys[0].key() != Qt::Key_unknown));
}

} // namespace

bool Shortcuts::isChosen(const Command &command) const
{
    return isUsable(m_settings.value(Section, command.name.toStdString()));
}

QKeySequence Shortcuts::of(const Command &command) const
{
    if (!isChosen(command))
        return command.shortcut;
    return QKeySequence(QString::fromStdString(m_settings.value(Section, command.name.toStdString()).text()), QKeySequence::PortableText);
}

QKeySequence Shortcuts::of(const QString &command) const
{
    const Command *found = m_registry.command(command);
    return found ? of(*found) : QKeySequence();
}

const Command *Shortcuts::ownerOf(const QKeySequence &keys, const Command &except) const
{
    for (const Command &command : m_registry.commands()) {
        if (!keys.isEmpty() && command.name != except.name && of(command) == keys)
            return &command;
    }
    return nullptr;
}

void Shortcuts::bind(const Command &command, const QKeySequence &keys)
{
    if (keys == command.shortcut)
        return reset(command);
    m_settings.set(Section, command.name.toStdString(), text::Value::string(keys.toString(QKeySequence::PortableText).toStdString()));
}

void Shortcuts::reset(const Command &command)
{
    m_settings.set(Section, command.name.toStdString(), {});
}

void Shortcuts::resetAll()
{
    for (const Command &command : m_registry.commands())
        reset(command);
}

} // namespace base
