#include "widgets/rbac/AccessPane.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessTwin.h"
#include "widgets/rbac/AnswerView.h"
#include "widgets/rbac/HoldersView.h"

#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace rbac {

using base::Theme;

namespace {

graph::Proofs signsOf(const std::vector<std::vector<rights::Proof>> &proofs)
{
    /// In the order of rights::Proof.
    constexpr std::array<graph::Sign, 5> signs{graph::Sign::None, graph::Sign::None, graph::Sign::Confirmed, graph::Sign::Contradicted, graph::Sign::Unknown};
    graph::Proofs out;
    for (const auto &row : proofs) {
        out.emplace_back();
        for (const rights::Proof proof : row)
            out.back().push_back(signs[static_cast<std::size_t>(proof)]);
    }
    return out;
}

} // namespace

void AccessPane::setServerWord(std::shared_ptr<rights::ServerWord> word)
{
    m_word = std::move(word);
    m_verifyButton->show();
    m_answer->holders().setProofs([this](const ObjectRef &subject) {
        return m_shownHolders ? badgeOf(rights::tallyOf(*m_word, {rights::claimOf(subject, m_shownHolders->request)})) : ProofWords();
    });
    connect(m_word.get(), &rights::ServerWord::changed, &m_proofs, [this] {
        if (!m_proofs.isActive())
            m_proofs.start();
    });
}

/// Worked out when somebody asks first: there may be thousands.
const std::vector<rights::Claim> &AccessPane::claims() const
{
    if (!m_claims)
        m_claims = m_picture ? rights::claimsOf(*m_picture) : std::vector<rights::Claim>();
    return *m_claims;
}

void AccessPane::verify()
{
    std::vector<rights::Claim> next = rights::nextOf(*m_word, claims());
    if (m_shownAnswer)
        next.push_back(rights::claimOf(*m_shownAnswer));
    m_word->ask(next);
}

void AccessPane::verifyAnswer()
{
    if (m_word)
        m_word->ask(rights::nextOf(*m_word, claimsOfAnswer()));
}

void AccessPane::verifyHolders(const std::vector<ObjectRef> &subjects)
{
    std::vector<rights::Claim> claims;
    if (m_shownHolders)
        for (const ObjectRef &subject : subjects)
            claims.push_back(rights::claimOf(subject, m_shownHolders->request));
    if (m_word && !claims.empty())
        m_word->ask(rights::nextOf(*m_word, claims));
}

/// Of an answer one; of who may do something, one about each.
std::vector<rights::Claim> AccessPane::claimsOfAnswer() const
{
    if (m_shownAnswer)
        return {rights::claimOf(*m_shownAnswer)};
    std::vector<rights::Claim> claims;
    if (m_shownHolders)
        for (const HolderEntry &entry : m_answer->holders().model().entries())
            claims.push_back(rights::claimOf(entry.subject, m_shownHolders->request));
    return claims;
}

void AccessPane::verifyCell()
{
    const std::vector<rights::Claim> cell = claimsOfCell(m_graph->current());
    if (m_word && !cell.empty())
        m_word->ask(rights::nextOf(*m_word, cell));
}

void AccessPane::verifyRight(const Right &right)
{
    if (m_word && m_picture)
        m_word->ask(rights::nextOf(*m_word, rights::claimsOf(*m_picture, right)));
}

ProofWords AccessPane::badgeOfRight(const Right &right) const
{
    return m_word && m_picture ? badgeOf(rights::tallyOf(*m_word, rights::claimsOf(*m_picture, right))) : ProofWords();
}

/// While nobody asked, nothing is counted.
void AccessPane::tellProofs()
{
    if (!m_word || !m_picture)
        return;
    const bool isUntouched = m_word->isUntouched();
    tellTotal(isUntouched ? rights::tallyOf(m_picture->whole.matrix.size()) : rights::tallyOf(*m_word, claims()));
    const graph::Scene &scene = *m_graph->scene();
    const int box = scene.find(matrixId);
    m_graph->setProofs(box < 0 || isUntouched ? graph::Proofs() : signsOf(rights::proofsOf(*m_word, *m_picture, *scene.node(box).box.matrix)));
    m_answer->showProof(proofOf(rights::tallyOf(*m_word, claimsOfAnswer())));
    m_answer->holders().proofsChanged();
    m_twin->proofsChanged();
    tellSelected();
}

void AccessPane::tellTotal(const rights::Tally &tally)
{
    const ProofWords proof = totalOf(tally);
    m_proof->show(proof.text);
    base::setPlainToolTip(m_proof, proof.reason.isEmpty() ? proof.text : proof.text + u'\n' + proof.reason);
    m_proof->setStyleSheet(QStringLiteral("color: %1").arg(Theme::instance().color(proof.meaning).name()));
    const std::size_t open = tally.of(rights::Proof::Computed);
    const bool isPart = open > 0 && open < tally.total();
    m_verifyButton->setText(isPart ? tr("Ask %1 more").arg(QLocale().toString(static_cast<qulonglong>(std::min(open, rights::MoreClaims)))) : tr("Verify"));
}

std::vector<rights::Claim> AccessPane::claimsOfCell(const graph::Spot &cell) const
{
    const auto *table = m_picture && cell.isCell() ? &m_graph->scene()->node(cell.box).box.matrix : nullptr;
    if (!table || !*table)
        return {};
    return rights::claimsOf(*m_picture, (*table)->rows[static_cast<std::size_t>(cell.row)].name, (*table)->verbs[static_cast<std::size_t>(cell.column)]);
}

rights::Tally AccessPane::tallyOfCell(const graph::Spot &cell) const
{
    return m_word ? rights::tallyOf(*m_word, claimsOfCell(cell)) : rights::Tally();
}

} // namespace rbac
