#include "widgets/rbac/ToldLines.h"

#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/LineButton.h"

#include <QVBoxLayout>

#include <utility>

namespace rbac {

using base::Theme;

ToldLines::ToldLines(QWidget *parent) : QWidget(parent)
{
    setFont(Theme::instance().bodyFont());
    setAccessibleDescription(tr("Why"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void ToldLines::show(std::vector<ToldLine> lines)
{
    if (lines == m_lines)
        return;
    m_lines = std::move(lines);
    while (QLayoutItem *item = layout()->takeAt(0)) {
        QWidget *old = item->widget();
        delete item;
        if (!old)
            continue;
        old->setParent(nullptr);
        old->deleteLater();      // one of them may have asked for this
    }
    QStringList text;
    for (const ToldLine &line : m_lines) {
        if (!line.object) {
            text << line.text;
            continue;
        }
        addText(std::exchange(text, {}));
        add(line);
    }
    addText(text);
    static_cast<QVBoxLayout *>(layout())->addStretch(1);
}

void ToldLines::add(const ToldLine &line)
{
    auto *button = new LineButton(line.text, tr("Open %1").arg(nameOf(*line.object)), this);
    connect(button, &QAbstractButton::clicked, this, [this, object = *line.object] { Q_EMIT chosen(object); });
    layout()->addWidget(button);
    button->show();
}

void ToldLines::addText(const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    auto *label = new base::TextLabel(base::Meaning::Text, Theme::instance().bodyFont(), this);
    label->setAccessibleDescription(tr("Why"));
    label->show(lines.join(u'\n').toStdString());
    layout()->addWidget(label);
    label->QWidget::show();
}

QString ToldLines::text() const
{
    QStringList lines;
    for (const ToldLine &line : m_lines)
        lines << line.text;
    return lines.join(u'\n');
}

} // namespace rbac
