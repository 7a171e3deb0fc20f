#include "widgets/account/TokenResult.h"

#include "models/kube/KubeConfigSaving.h"
#include "models/platform/Aside.h"
#include "widgets/account/TokenWords.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/TextLabel.h"
#include "widgets/detail/SecretText.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace account {

using base::Meaning;
using base::TextLabel;
using base::Theme;

TokenResult::TokenResult(Source source, kube::IssuedToken issued, QWidget *parent) : QWidget(parent), m_source(std::move(source)), m_issued(std::move(issued))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(3 * Theme::Step);
    grid->setVerticalSpacing(Theme::Step);
    grid->setColumnStretch(1, 1);
    auto *token = new detail::SecretText(m_issued.token.reveal(), tr("the token"), this);
    connect(token, &detail::SecretText::noticed, this, &TokenResult::noticed);
    addLine(*grid, tr("Token"), token);
    addClaims(*grid);
    addLine(*grid, tr("Kubeconfig"), makeSaving());
    m_state = new TextLabel(Meaning::Text, Theme::instance().bodyFont(), this);
    m_state->setAccessibleDescription(tr("What became of the kubeconfig"));
    m_state->hide();
    grid->addWidget(m_state, grid->rowCount(), 1);
}

void TokenResult::addLine(QGridLayout &grid, const QString &label, QWidget *content)
{
    auto *name = new base::PlainLabel(label, this);
    const int row = grid.rowCount();
    grid.addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeft);
    grid.addWidget(content, row, 1);
}

void TokenResult::addClaims(QGridLayout &grid)
{
    for (const Claimed &claim : claimsOf(m_issued)) {
        auto *text = new TextLabel(Meaning::Text, Theme::instance().bodyFont(), this);
        text->setAccessibleDescription(claim.label);
        text->show(claim.text.toStdString());
        addLine(grid, claim.label, text);
    }
}

QWidget *TokenResult::makeSaving()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3 * Theme::Step);
    m_save = new QPushButton(tr("Save…"), line);
    m_save->setAccessibleName(tr("Save a kubeconfig with this token"));
    m_save->setAutoDefault(false);
    m_add = new QCheckBox(tr("Add to the catalog"), line);
    m_add->setAccessibleName(m_add->text());
    layout->addWidget(m_save);
    layout->addWidget(m_add);
    layout->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &TokenResult::chooseFile);
    if (!m_source.wish.audiences.empty())
        base::setPlainToolTip(m_save, tr("The token is for %1: the API server takes it only if that is one of its own audiences").arg(base::oneLine(m_source.wish.audiences.front())));
    return line;
}

/// A name that is taken is refused when it is written, by whoever took it first.
void TokenResult::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save a kubeconfig"), QString::fromStdString(m_source.folder));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setFilter(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->selectFile(QStringLiteral("config-") + QString::fromStdString(m_source.account.namespaceName + '-' + m_source.account.name));
    connect(dialog, &QFileDialog::fileSelected, this, &TokenResult::saveAs);
    dialog->open();
}

void TokenResult::saveAs(const QString &path)
{
    m_save->setEnabled(false);
    tell(Meaning::Progress, Theme::sign(Meaning::Progress) + u' ' + tr("Writing %1").arg(base::oneLine(QDir::toNativeSeparators(path))));
    m_making = platform::runAside(m_executor, [this, path, settings = m_source.settings, account = m_source.account, token = m_issued.token](std::stop_token) -> base::Task {
        auto config = kube::tokenKubeConfig(settings, account.namespaceName, account.name, token);
        if (!config)
            return [this, path, error = config.error()] { takeSaved(error, path, false); };
        return [this, path, config = std::move(*config)] { write(path, config); };
    });
}

void TokenResult::write(const QString &path, kube::TokenKubeConfig config)
{
    const bool leftOut = config.leftOutProxyUser;
    m_saving = kube::saveNewKubeConfig(m_executor, path.toStdString(), std::move(config.text),
                                       [this, path, leftOut](const base::Result<void> &result) { takeSaved(result, path, leftOut); }, m_source.calls);
}

void TokenResult::takeSaved(const base::Result<void> &result, const QString &path, bool leftOutProxyUser)
{
    m_save->setEnabled(true);
    const QString place = base::oneLine(QDir::toNativeSeparators(path));
    if (!result) {
        const bool isTaken = result.error().kind == base::ErrorKind::Conflict;
        const QString why = isTaken ? tr("something of that name is there, and nothing is overwritten") : base::manyLines(base::errorText(result.error()).toStdString());
        return tell(Meaning::Error, Theme::sign(Meaning::Error) + u' ' + tr("%1 was not written: %2").arg(place, why));
    }
    QString text = tr("Saved as %1, readable by you only").arg(place);
    if (leftOutProxyUser)
        text += u'\n' + tr("The password of the proxy is yours, and is not in it.");
    tell(Meaning::Ok, Theme::sign(Meaning::Ok) + u' ' + text);
    if (m_add->isChecked())
        m_source.addToCatalog(path.toStdString());
    Q_EMIT saved(path);
}

void TokenResult::tell(Meaning meaning, const QString &text)
{
    m_state->setMeaning(meaning);
    m_state->show(text.toStdString());
    m_state->show();
}

QString TokenResult::saveState() const { return m_state->text(); }

} // namespace account
