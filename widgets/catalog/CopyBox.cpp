#include "widgets/catalog/CopyBox.h"

#include "widgets/base/TextLabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace catalog {

using base::Meaning;
using base::Theme;

CopyBox::CopyBox(const QString &lines, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("copyBox"));
    setAttribute(Qt::WA_StyledBackground);
    const Theme &theme = Theme::instance();
    setStyleSheet(QStringLiteral("#copyBox { background: %1; border: 1px solid %2; border-radius: %3px; }")
                      .arg(theme.color(Meaning::Stripe).name(), theme.color(Meaning::Border).name(), QString::number(Theme::Radius)));
    auto *text = new base::TextLabel(Meaning::Text, theme.machineFont(), this);
    text->show(lines.toStdString());
    text->setAccessibleName(lines);
    auto *copy = new QPushButton(tr("Copy"), this);
    copy->setAccessibleName(tr("Copy: %1").arg(lines));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [lines] { QGuiApplication::clipboard()->setText(lines); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * Theme::Step, Theme::Step, Theme::Step, Theme::Step);
    layout->addWidget(text, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
}

} // namespace catalog
