#pragma once

#include <QSplitter>

namespace rbac {

/// Two parts, of which the second has a share of the room until a person moves the line between them.
class ShareSplitter final : public QSplitter
{
    Q_OBJECT

public:
    /// share: of the second part, from 0 to 1.
    ShareSplitter(Qt::Orientation orientation, double share, QWidget *parent = nullptr);

    /// After a part was shown.
    void share();
    void share(double second);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    double m_share;
    bool m_isMoved = false;
};

} // namespace rbac
