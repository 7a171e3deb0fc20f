#include "widgets/account/TokenForm.h"

#include "widgets/account/TokenWords.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

#include <array>

namespace account {

using namespace std::chrono_literals;
using base::Theme;

namespace {

constexpr std::array<std::chrono::minutes, 7> lifetimes{10min, 30min, 60min, 4h, 8h, 12h, 24h};
static_assert(lifetimes.front() == kube::ShortestToken && lifetimes.back() == kube::LongestToken);
constexpr int oneHour = 2;
constexpr std::array<const char *, 4> boundKinds{"", "Pod", "Secret", "Node"};

} // namespace

TokenForm::TokenForm(std::string namespaceName, std::string account, QWidget *parent)
    : QWidget(parent), m_namespace(std::move(namespaceName)), m_account(std::move(account)), m_lifetime(new QComboBox(this)), m_audiences(new QLineEdit(this))
    , m_boundKind(new QComboBox(this)), m_boundName(new QLineEdit(this))
{
    for (const auto lifetime : lifetimes)
        m_lifetime->addItem(lifetimeText(lifetime));
    m_lifetime->setCurrentIndex(oneHour);
    m_lifetime->setAccessibleName(tr("Lifetime"));
    m_audiences->setPlaceholderText(tr("the API server; others with a comma between them"));
    m_audiences->setAccessibleName(tr("Audiences"));
    for (const char *kind : boundKinds)
        m_boundKind->addItem(*kind ? QString::fromLatin1(kind) : tr("its lifetime only"));
    m_boundKind->setAccessibleName(tr("Ends with"));
    m_boundName->setAccessibleName(tr("Name of what it ends with"));
    m_boundName->setPlaceholderText(tr("name"));
    auto *bound = new QHBoxLayout;
    bound->setSpacing(2 * Theme::Step);
    bound->addWidget(m_boundKind);
    bound->addWidget(m_boundName, 1);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(2 * Theme::Step);
    const auto titled = [this](QWidget *field) {
        auto *title = new base::PlainLabel(field->accessibleName(), this);
        title->setBuddy(field);
        return title;
    };
    form->addRow(titled(m_lifetime), m_lifetime);
    form->addRow(titled(m_audiences), m_audiences);
    form->addRow(titled(m_boundKind), bound);
    connect(m_lifetime, &QComboBox::currentIndexChanged, this, &TokenForm::changed);
    connect(m_audiences, &QLineEdit::textChanged, this, &TokenForm::changed);
    connect(m_boundName, &QLineEdit::textChanged, this, &TokenForm::changed);
    connect(m_boundKind, &QComboBox::currentIndexChanged, this, &TokenForm::boundChanged);
    boundChanged();
}

void TokenForm::boundChanged()
{
    m_boundName->setVisible(m_boundKind->currentIndex() > 0);
    Q_EMIT changed();
}

kube::TokenWish TokenForm::wish() const
{
    kube::TokenWish wish{m_namespace, m_account, {}, lifetimes[static_cast<std::size_t>(m_lifetime->currentIndex())], {}};
    for (const QString &audience : m_audiences->text().split(u','))
        if (!audience.trimmed().isEmpty())
            wish.audiences.push_back(audience.trimmed().toStdString());
    if (const int kind = m_boundKind->currentIndex(); kind > 0)
        wish.bound = {boundKinds[static_cast<std::size_t>(kind)], m_boundName->text().trimmed().toStdString()};
    return wish;
}

QString TokenForm::fault() const
{
    const auto bound = wish().bound;
    return bound && bound->name.empty() ? tr("The name of what it ends with is missing") : QString();
}

} // namespace account
