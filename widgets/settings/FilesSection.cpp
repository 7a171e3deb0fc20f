#include "widgets/settings/FilesSection.h"

#include "models/settings/Settings.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Remembered.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/base/TroubleText.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace settings {

using base::Meaning;
using base::Theme;

FilesSection::FilesSection(Settings &settings, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_trouble(new base::TextLabel(Meaning::Error, Theme::instance().bodyFont(), this))
{
    auto *path = new base::TextLabel(Meaning::Text, Theme::instance().machineFont(), this);
    path->show(settings.path().empty() ? tr("Nothing is kept beyond this start.").toStdString() : settings.path());
    auto *note = new base::TextLabel(Meaning::Secondary, Theme::instance().bodyFont(), this);
    note->show(tr("Kubeconfigs and secrets are not kept there.").toStdString());
    auto *forget = new QPushButton(tr("Forget widths and orders of columns"), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Step);
    for (QWidget *widget : std::initializer_list<QWidget *>{path, note, m_trouble})
        layout->addWidget(widget);
    layout->addWidget(forget, 0, Qt::AlignLeft);
    connect(forget, &QPushButton::clicked, this, [&settings] { base::forgetColumns(settings); });
    connect(&settings, &Settings::troubleChanged, this, &FilesSection::showTrouble);
    showTrouble();
}

QString FilesSection::title()
{
    return tr("Files");
}

void FilesSection::showTrouble()
{
    const auto &trouble = m_settings.trouble();
    m_trouble->show(trouble ? base::describe(*trouble).toStdString() : std::string());
    m_trouble->setVisible(trouble.has_value());
}

} // namespace settings
