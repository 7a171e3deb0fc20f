#pragma once

#include "widgets/base/Page.h"
#include "widgets/base/Shortcuts.h"

class QKeySequenceEdit;
class QPushButton;
class QStandardItemModel;

namespace base {
class PlainLabel;
class PlainTable;
}

namespace palette {

/// Every command with its keys; other keys can be chosen, and what else has them is told.
class ShortcutsPage final : public base::Page
{
    Q_OBJECT

public:
    /// Both outlive it.
    ShortcutsPage(settings::Settings &settings, const base::Registry &registry, QWidget *parent = nullptr);

    base::Address address() const override { return {QStringLiteral("shortcuts"), {}, {}, {}}; }
    QString title() const override;

private:
    QWidget *makeEditor();
    void fill();
    void showKeys();
    void typed();
    void bind();
    const base::Command *current() const;

    const base::Registry &m_registry;
    base::Shortcuts m_shortcuts;
    QStandardItemModel *m_model;
    base::PlainTable *m_table;
    QKeySequenceEdit *m_keys = nullptr;
    QPushButton *m_set = nullptr;
    QPushButton *m_reset = nullptr;
    base::PlainLabel *m_note = nullptr;
};

} // namespace palette
