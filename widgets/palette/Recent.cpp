#include "widgets/palette/Recent.h"

#include "models/settings/Settings.h"

namespace palette {

namespace {

constexpr std::string_view Section = "palette";
constexpr std::string_view Key = "recent";

} // namespace

Recent::Recent(settings::Settings &settings) : m_settings(settings)
{
    const text::Value &remembered = settings.value(Section, Key);
    if (!remembered.isList())
        return;
    for (const text::Value &key : remembered.items()) {
        if (key.isString() && m_keys.size() < Most)
            m_keys << QString::fromStdString(key.text());
    }
}

void Recent::use(const QString &key)
{
    m_keys.removeAll(key);
    m_keys.prepend(key);
    m_keys = m_keys.mid(0, Most);
    text::Value::List list;
    for (const QString &each : m_keys)
        list.push_back(text::Value::string(each.toStdString()));
    m_settings.set(Section, std::string(Key), text::Value::list(std::move(list)));
}

} // namespace palette
