#include "widgets/rbac/ObjectChooser.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/AccessWords.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>

namespace rbac {

using base::Theme;

ObjectChooser::ObjectChooser(QWidget *parent)
    : QWidget(parent), m_words(new base::PlainLabel(this)), m_line(new QLineEdit(this)), m_names(new QStringListModel(this)), m_completer(new QCompleter(m_names, this))
{
    m_line->setPlaceholderText(tr("A part of the name"));
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    constexpr int mostShown = 12;
    m_completer->setMaxVisibleItems(mostShown);
    m_line->setCompleter(m_completer);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Step);
    layout->addWidget(m_words);
    layout->addWidget(m_line, 1);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ObjectChooser::choose);
    connect(m_line, &QLineEdit::returnPressed, this, &ObjectChooser::chooseTyped);
    hide();
}

void ObjectChooser::ask(const QString &words, const Basis &basis, std::function<void(const ObjectRef &)> chosen)
{
    m_objects.clear();
    for (const auto &role : basis.inputs.roles)
        m_objects.emplace(nameOf(role->ref), role->ref);
    for (const auto &binding : basis.inputs.bindings)
        m_objects.emplace(nameOf(binding->ref), binding->ref);
    QStringList names;
    for (const auto &[name, object] : m_objects)
        names << name;
    m_names->setStringList(names);
    m_chosen = std::move(chosen);
    m_words->show(words);
    m_line->setAccessibleName(words);
    m_line->clear();
    show();
    m_line->setFocus();
}

void ObjectChooser::choose(const QString &name)
{
    const auto found = m_objects.find(name);
    if (found == m_objects.end() || !m_chosen)
        return;
    const auto chosen = std::exchange(m_chosen, nullptr);
    const ObjectRef object = found->second;
    hide();
    chosen(object);
}

/// The whole name, or a part that only one has.
void ObjectChooser::chooseTyped()
{
    const QString typed = m_line->text().trimmed();
    if (m_objects.contains(typed))
        return choose(typed);
    m_completer->setCompletionPrefix(typed);
    if (m_completer->completionCount() == 1)
        choose(m_completer->currentCompletion());
}

void ObjectChooser::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    m_chosen = nullptr;
    hide();
}

} // namespace rbac
