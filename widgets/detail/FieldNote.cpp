#include "widgets/detail/FieldNote.h"

#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace detail {

using base::Meaning;
using base::Theme;

namespace {

constexpr int tallest = 160;

QString words(const std::string &text) { return base::oneLine(text); }

QString rules(const schema::Field &field)
{
    QStringList parts;
    if (!field.type.empty())
        parts << (field.format.empty() ? words(field.type) : words(field.type) + QStringLiteral(" (") + words(field.format) + u')');
    if (field.isRequired)
        parts << FieldNote::tr("required");
    if (!field.values.empty()) {
        QStringList values;
        for (const std::string &value : field.values)
            values << words(value);
        parts << FieldNote::tr("one of: %1").arg(values.join(QStringLiteral(", ")));
    }
    if (!field.fallback.empty())
        parts << FieldNote::tr("default: %1").arg(words(field.fallback));
    if (!field.itemKeys.empty()) {
        QStringList keys;
        for (const std::string &key : field.itemKeys)
            keys << words(key);
        parts << FieldNote::tr("items are told apart by: %1").arg(keys.join(QStringLiteral(", ")));
    }
    if (field.keepsUnknown)
        parts << FieldNote::tr("other fields are kept");
    return parts.join(QStringLiteral(" · "));
}

QString told(const schema::Field &field)
{
    const QString description = field.description.empty() ? FieldNote::tr("The schema does not describe it.") : base::manyLines(field.description);
    const QString first = rules(field);
    return first.isEmpty() ? description : first + u'\n' + description;
}

} // namespace

QString fieldText(const QString &path, const schema::Field &field)
{
    return path + u'\n' + told(field);
}

FieldNote::FieldNote(QWidget *parent) : QFrame(parent), m_path(new base::PlainLabel(this)), m_text(new base::PlainLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * Theme::Step, 4 * Theme::Step, 2 * Theme::Step);
    layout->setSpacing(Theme::Step);
    auto *head = new QHBoxLayout;
    auto *done = new QPushButton(tr("Done"), this);
    done->setAccessibleName(tr("Close the description"));
    head->addWidget(m_path, 1);
    head->addWidget(done);
    layout->addLayout(head);
    auto *area = new QScrollArea(this);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    area->setWidget(m_text);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    m_text->setAutoFillBackground(false);
    area->setFocusPolicy(Qt::StrongFocus);
    area->setAccessibleName(tr("Description of the field"));
    layout->addWidget(area);
    setMaximumHeight(tallest);
    setMinimumHeight(tallest * 2 / 3);
    connect(done, &QPushButton::clicked, this, &FieldNote::closed);
    connect(&Theme::instance(), &Theme::changed, this, &FieldNote::recolor);
    recolor();
    hide();
}

void FieldNote::tell(const QString &path, const FieldAnswer &answer)
{
    QString text = tr("The schema says nothing of this field.");
    if (answer.field)
        text = told(*answer.field);
    else if (answer.error)
        text = tr("The server does not tell its schema: %1").arg(base::oneLine(base::errorText(*answer.error)));
    m_path->show(base::oneLine(path));
    m_text->show(text);
    setAccessibleName(m_path->text() + QStringLiteral(". ") + m_text->text());
}

QString FieldNote::text() const
{
    return m_path->text() + u'\n' + m_text->text();
}

void FieldNote::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

void FieldNote::recolor()
{
    Theme &theme = Theme::instance();
    m_path->setFont(theme.machineFont());
    m_text->setFont(theme.bodyFont());
    setStyleSheet(QStringLiteral("detail--FieldNote { border: none; border-top: 1px solid %1; }").arg(theme.color(Meaning::Border).name()));
}

} // namespace detail
