#include "widgets/palette/ShortcutsPage.h"

#include "models/settings/Settings.h"
#include "widgets/base/Feature.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QStandardItemModel>

namespace palette {

using base::Theme;

ShortcutsPage::ShortcutsPage(settings::Settings &settings, const base::Registry &registry, QWidget *parent)
    : Page(parent), m_registry(registry), m_shortcuts(settings, registry), m_model(new QStandardItemModel(0, 3, this)), m_table(new base::PlainTable(title(), this))
{
    auto *head = new base::PlainLabel(title(), this);
    head->setFont(Theme::instance().titleFont());
    head->setContentsMargins(12, 8, 12, 8);
    m_model->setHorizontalHeaderLabels({tr("Command"), tr("Keys"), tr("Keys it comes with")});
    m_table->setModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeEditor());
    fill();
    m_table->setWidths(0, {40, 24, 24});
    m_table->selectRow(0);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ShortcutsPage::showKeys);
    connect(m_table, &base::PlainTable::chosen, m_keys, [this] { m_keys->setFocus(); });
    connect(&settings, &settings::Settings::changed, this, [this](const std::string &section) {
        if (section == base::Shortcuts::Section)
            fill();
    });
    showKeys();
}

QWidget *ShortcutsPage::makeEditor()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(2 * Theme::Step);
    m_keys = new QKeySequenceEdit(bar);
    m_keys->setAccessibleName(tr("New keys: press them"));
    for (QWidget *line : m_keys->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        line->setAccessibleName(m_keys->accessibleName());
    m_keys->setFixedWidth(220);
    m_set = new QPushButton(tr("Use these keys"), bar);
    m_reset = new QPushButton(tr("Reset"), bar);
    auto *resetAll = new QPushButton(tr("Reset all"), bar);
    m_note = new base::PlainLabel(bar);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_keys, m_set, m_reset, resetAll})
        row->addWidget(widget);
    row->addWidget(m_note, 1);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsPage::typed);
    connect(m_set, &QPushButton::clicked, this, &ShortcutsPage::bind);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        const base::Command *command = current();
        if (!command)
            return;
        if (const base::Command *owner = m_shortcuts.ownerOf(command->shortcut, *command))
            m_shortcuts.bind(*owner, {});
        m_shortcuts.reset(*command);
    });
    connect(resetAll, &QPushButton::clicked, this, [this] { m_shortcuts.resetAll(); });
    return bar;
}

QString ShortcutsPage::title() const
{
    return tr("Keyboard shortcuts");
}

const base::Command *ShortcutsPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_registry.command(m_model->index(index.row(), 0).data(Qt::UserRole).toString()) : nullptr;
}

void ShortcutsPage::fill()
{
    const auto &commands = m_registry.commands();
    m_model->setRowCount(static_cast<int>(commands.size()));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const base::Command &command = commands[static_cast<std::size_t>(row)];
        const auto set = [&](int column, const QString &text) {
            m_model->setData(m_model->index(row, column), text);
            m_model->setData(m_model->index(row, column), base::PlainTable::spoken(text), Qt::AccessibleTextRole);
        };
        set(0, command.title());
        set(1, m_shortcuts.of(command).toString(QKeySequence::NativeText));
        set(2, m_shortcuts.isChosen(command) ? command.shortcut.toString(QKeySequence::NativeText) : QString());
        m_model->setData(m_model->index(row, 0), command.name, Qt::UserRole);
    }
    showKeys();
}

void ShortcutsPage::showKeys()
{
    const base::Command *command = current();
    if (!command)
        return;
    const QSignalBlocker blocker(m_keys);
    m_keys->setKeySequence(m_shortcuts.of(*command));
    m_reset->setEnabled(m_shortcuts.isChosen(*command));
    m_set->setEnabled(false);
    m_note->show(QString());
}

/// Keys that something else has are told, and then taken from it only if the person still wants them.
void ShortcutsPage::typed()
{
    const base::Command *command = current();
    if (!command)
        return;
    const base::Command *owner = m_shortcuts.ownerOf(m_keys->keySequence(), *command);
    m_set->setEnabled(m_keys->keySequence() != m_shortcuts.of(*command));
    m_set->setText(owner ? tr("Take these keys") : tr("Use these keys"));
    m_note->show(owner ? tr("They belong to: %1").arg(owner->title()) : QString());
}

void ShortcutsPage::bind()
{
    const base::Command *command = current();
    if (!command)
        return;
    const QKeySequence keys = m_keys->keySequence();
    if (const base::Command *owner = m_shortcuts.ownerOf(keys, *command))
        m_shortcuts.bind(*owner, {});
    m_shortcuts.bind(*command, keys);
}

} // namespace palette
