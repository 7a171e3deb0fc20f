#include "widgets/detail/SecretText.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/FoldedText.h"
#include "widgets/detail/LinkButton.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace detail {

SecretText::SecretText(std::string value, const QString &name, QWidget *parent, std::chrono::milliseconds shownFor)
    : QWidget(parent), m_secret(std::move(value)), m_name(name), m_layout(new QVBoxLayout(this)), m_toggle(new LinkButton({}, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(base::Theme::Step);
    auto *stars = new base::TextLabel(base::Meaning::Secondary, base::Theme::instance().machineFont(), this);
    stars->show(std::string("••••••••"));
    stars->setAccessibleName(tr("hidden value of %1").arg(name));
    m_stars = stars;
    auto *copyButton = new LinkButton(tr("Copy"), this);
    copyButton->setAccessibleName(tr("Copy the value of %1").arg(name));
    auto *line = new QHBoxLayout;
    line->setSpacing(2 * base::Theme::Step);
    line->addWidget(m_stars);
    line->addWidget(m_toggle);
    line->addWidget(copyButton);
    line->addStretch();
    m_layout->addLayout(line);
    connect(m_toggle, &LinkButton::clicked, this, [this] { setShown(!isShown()); });
    connect(copyButton, &LinkButton::clicked, this, &SecretText::copy);
    m_hide.setSingleShot(true);
    m_hide.setInterval(shownFor);
    connect(&m_hide, &QTimer::timeout, this, [this] { setShown(false); });
    setShown(false);
}

void SecretText::setShown(bool shown)
{
    m_toggle->setWords(shown ? tr("Hide") : tr("Show"));
    m_toggle->setAccessibleName(shown ? tr("Hide the value of %1").arg(m_name) : tr("Show the value of %1").arg(m_name));
    m_stars->setVisible(!shown);
    delete m_value;
    m_value = nullptr;
    m_hide.stop();
    if (!shown)
        return;
    if (FoldedText::isLong(m_secret)) {
        auto *folded = new FoldedText(m_secret, m_name, this);
        folded->setSecret(true);
        connect(folded, &FoldedText::noticed, this, &SecretText::noticed);
        m_value = folded;
    } else {
        auto *label = new base::TextLabel(base::Meaning::Text, base::Theme::instance().machineFont(), this);
        label->setSecret(true);
        label->show(m_secret);
        m_value = label;
    }
    m_layout->insertWidget(0, m_value);
    m_hide.start();
}

void SecretText::copy()
{
    base::copySecret(QString::fromStdString(m_secret));
    Q_EMIT noticed(tr("Copied the value of %1; it leaves the clipboard in %2 s").arg(m_name, QString::number(base::SecretStays.count())));
}

} // namespace detail
