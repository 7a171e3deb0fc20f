#include "widgets/settings/StartSection.h"

#include "models/settings/Settings.h"
#include "widgets/base/Remembered.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace settings {

StartSection::StartSection(Settings &settings, QWidget *parent) : QWidget(parent)
{
    auto *restores = new QCheckBox(tr("Open again what was open: clusters, pages, filters and places"), this);
    restores->setChecked(base::opensAgain(settings));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(restores);
    connect(restores, &QCheckBox::toggled, this, [&settings](bool on) { base::setOpensAgain(settings, on); });
}

QString StartSection::title()
{
    return tr("Start");
}

} // namespace settings
