#pragma once

#include <QString>
#include <QStringList>

namespace settings {
class Settings;
}

namespace palette {

/// What was chosen last, the newest first. It is remembered between starts.
class Recent
{
public:
    static constexpr int Most = 12;

    /// The settings outlive it.
    explicit Recent(settings::Settings &settings);

    void use(const QString &key);
    /// 0 for the newest; -1 for what is not among them.
    int place(const QString &key) const { return static_cast<int>(m_keys.indexOf(key)); }

private:
    settings::Settings &m_settings;
    QStringList m_keys;
};

} // namespace palette
