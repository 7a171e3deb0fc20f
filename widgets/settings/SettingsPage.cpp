#include "widgets/settings/SettingsPage.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace settings {

using base::Theme;

SettingsPage::SettingsPage(Settings &settings, std::vector<base::SettingsSection> sections, QWidget *parent) : Page(parent)
{
    std::ranges::stable_sort(sections, {}, &base::SettingsSection::rank);
    auto *content = new QWidget;
    content->setMaximumWidth(TextWidth);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(6 * Theme::Step, 5 * Theme::Step, 6 * Theme::Step, 6 * Theme::Step);
    column->setSpacing(2 * Theme::Step);
    for (const base::SettingsSection &section : sections)
        add(*column, section.title(), section.make(settings, content));
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows what has the focus
    content->setAutoFillBackground(false);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::add(QVBoxLayout &column, const QString &title, QWidget *section)
{
    auto *heading = new base::PlainLabel(title, section->parentWidget());
    heading->setFont(Theme::instance().titleFont());
    if (column.count() > 0)
        column.addSpacing(5 * Theme::Step);
    column.addWidget(heading);
    section->setAccessibleName(title);
    column.addWidget(section);
}

} // namespace settings
