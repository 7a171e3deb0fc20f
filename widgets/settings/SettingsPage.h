#pragma once

#include "widgets/base/Page.h"
#include "widgets/base/SettingsSection.h"

#include <vector>

class QVBoxLayout;

namespace settings {

/// The sections that features brought, one below the other.
class SettingsPage final : public base::Page
{
    Q_OBJECT

public:
    static constexpr int TextWidth = 680;

    /// The settings outlive it.
    SettingsPage(Settings &settings, std::vector<base::SettingsSection> sections, QWidget *parent = nullptr);

    base::Address address() const override { return {QStringLiteral("settings"), {}, {}, {}}; }
    QString title() const override;

private:
    void add(QVBoxLayout &column, const QString &title, QWidget *section);
};

} // namespace settings
