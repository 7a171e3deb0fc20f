#include "widgets/detail/YamlTab.h"

#include "models/detail/LineChanges.h"
#include "models/detail/YamlText.h"
#include "models/text/Plain.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/FindBar.h"
#include "widgets/detail/KubectlCommand.h"
#include "widgets/detail/SecretText.h"
#include "widgets/detail/YamlColors.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

namespace detail {

using base::Theme;

YamlTab::YamlTab(std::shared_ptr<WatchedObject> object, QWidget *parent)
    : LiveTab(std::move(object), parent)
    , m_view(new QPlainTextEdit)
    , m_find(nullptr)
    , m_managedFields(new QCheckBox(tr("Managed fields")))
    , m_secretValues(new QCheckBox(tr("Secret values")))
    , m_copy(new QPushButton(tr("Copy")))
    , m_note(new base::PlainLabel)
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(4 * Theme::Step, 2 * Theme::Step, 0, 0);
    layout->setSpacing(2 * Theme::Step);
    m_find = new FindBar(m_view, content);
    layout->addWidget(makeBar());
    layout->addWidget(m_find);
    layout->addWidget(m_view, 1);
    setContent(content);
    m_view->setReadOnly(true);
    m_view->setUndoRedoEnabled(false);
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabChangesFocus(true);
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setAccessibleName(tr("YAML"));
    new YamlColors(m_view->document());
    connect(&Theme::instance(), &Theme::changed, this, &YamlTab::recolor);
    recolor();
}

bool YamlTab::find()
{
    m_find->open();
    return true;
}

QWidget *YamlTab::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 4 * Theme::Step, 0);
    layout->setSpacing(3 * Theme::Step);
    m_managedFields->setAccessibleName(m_managedFields->text());
    base::setPlainToolTip(m_managedFields, tr("Who wrote which field, as the server keeps it"));
    m_secretValues->setAccessibleName(m_secretValues->text());
    m_secretValues->hide();
    auto *find = new QPushButton(tr("Find"));
    find->setAccessibleName(find->text());
    base::setPlainToolTip(find, QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    m_copy->setAccessibleName(tr("Copy the whole YAML"));
    layout->addWidget(m_managedFields);
    layout->addWidget(m_secretValues);
    layout->addWidget(m_note, 1);
    layout->addWidget(find);
    layout->addWidget(m_copy);
    for (QCheckBox *box : {m_managedFields, m_secretValues})
        connect(box, &QCheckBox::toggled, this, &YamlTab::showAgain);
    connect(find, &QPushButton::clicked, this, [this] { m_find->open(); });
    connect(m_copy, &QPushButton::clicked, this, &YamlTab::copy);
    return bar;
}

std::vector<base::Command> YamlTab::commands()
{
    return {base::Command::make(QStringLiteral("find-in-yaml"), {"detail::YamlTab", QT_TRANSLATE_NOOP("detail::YamlTab", "Find in the YAML")}, QKeySequence(), [this] { m_find->open(); }),
            base::Command::make(QStringLiteral("copy-yaml"), {"detail::YamlTab", QT_TRANSLATE_NOOP("detail::YamlTab", "Copy the YAML")}, {}, [this] { copy(); })};
}

QString YamlTab::command() const
{
    const QString managed = m_managedFields->isChecked() ? QStringLiteral(" --show-managed-fields") : QString();
    return kubectl(QStringLiteral("get"), watched().name()) + QStringLiteral(" -o yaml") + managed;
}

void YamlTab::showObject(const text::Value &object)
{
    m_secretValues->setVisible(hasSecretValues(object));
    m_yaml = yamlOf(object, {m_managedFields->isChecked(), m_secretValues->isChecked()});
    const CutText cut = cutLines(m_yaml, LongestLine);
    setText(text::plain(cut.text));
    m_note->show(cut.cutLines == 0 ? QString() : tr("Long lines are cut here (%1); Copy takes all").arg(cut.cutLines));
    m_find->textChanged();
    Q_EMIT commandChanged();
}

/// Only lines that differ are replaced, from the end on, so that those before keep their numbers.
void YamlTab::setText(const std::string &text)
{
    if (m_shown.empty())
        m_view->setPlainText(QString::fromStdString(text));
    const std::vector<LineChange> changes = m_shown.empty() ? std::vector<LineChange>() : lineChanges(m_shown, text);
    const int scroll = m_view->verticalScrollBar()->value();
    const auto placeOf = [this](std::size_t line) {
        const QTextBlock block = m_view->document()->findBlockByNumber(static_cast<int>(line));
        return block.isValid() ? block.position() : m_view->document()->characterCount() - 1;
    };
    QTextCursor cursor(m_view->document());
    cursor.beginEditBlock();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        cursor.setPosition(placeOf(change->first));
        cursor.setPosition(placeOf(change->first + change->removed), QTextCursor::KeepAnchor);
        cursor.insertText(QString::fromUtf8(change->inserted.data(), static_cast<qsizetype>(change->inserted.size())));
    }
    cursor.endEditBlock();
    m_view->verticalScrollBar()->setValue(scroll);
    m_shown = text;
}

void YamlTab::copy()
{
    const QString yaml = QString::fromStdString(m_yaml);
    if (m_secretValues->isVisible() && m_secretValues->isChecked())
        copySecret(yaml);
    else
        QGuiApplication::clipboard()->setText(yaml);
    Q_EMIT noticed(tr("Copied the YAML of %1").arg(QString::fromStdString(watched().name().name)));
}

void YamlTab::recolor()
{
    Theme &theme = Theme::instance();
    m_view->setFont(theme.machineFont());
    QPalette secondary;
    secondary.setColor(QPalette::WindowText, theme.color(base::Meaning::Secondary));
    m_note->setPalette(secondary);
}

} // namespace detail
