// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/mapscene.h"
#include "app/map/maptiles.h"
#include "app/map/peerscene.h"
#include "app/me/avatarcontroller.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>

#include <memory>

namespace islet {

//! The map as a Qt Quick item: parcels, everybody in motion, me. A click on somebody selects them, a click elsewhere
//! walks there, a drag moves the map, the wheel zooms about the cursor. Draws only when something changed.
class MapItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(islet::PeerScene *peerScene READ peerScene WRITE setPeerScene NOTIFY peerSceneChanged REQUIRED)
    Q_PROPERTY(islet::AvatarController *avatar READ avatar WRITE setAvatar NOTIFY avatarChanged REQUIRED)
    //! Pictures of the ground, if there are to be any.
    Q_PROPERTY(islet::MapTiles *tiles READ tiles WRITE setTiles NOTIFY tilesChanged)
    //! Keeps me in the middle.
    Q_PROPERTY(bool follow READ follow WRITE setFollow NOTIFY followChanged)
    //! What I say goes out.
    Q_PROPERTY(bool talking READ isTalking WRITE setTalking NOTIFY lookChanged)
    //! Motion is reduced: nothing moves that does not have to.
    Q_PROPERTY(bool still READ isStill WRITE setStill NOTIFY lookChanged)
    //! How far one hears, metres; 0 shows no ring.
    Q_PROPERTY(double hearing READ hearing WRITE setHearing NOTIFY lookChanged)
    Q_PROPERTY(QColor paper READ paper WRITE setPaper NOTIFY lookChanged)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY lookChanged)
    Q_PROPERTY(QColor quiet READ quiet WRITE setQuiet NOTIFY lookChanged)
    Q_PROPERTY(QColor grid READ grid WRITE setGrid NOTIFY lookChanged)
    Q_PROPERTY(QColor accent READ accent WRITE setAccent NOTIFY lookChanged)
    Q_PROPERTY(QColor warn READ warn WRITE setWarn NOTIFY lookChanged)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY lookChanged)
    //! Where buttons lie over the map, which nothing is written under.
    Q_PROPERTY(QRectF buttons READ buttons WRITE setButtons NOTIFY lookChanged)
    //! Who is under the mouse, as 0x and 40 digits (EIP-55), or empty.
    Q_PROPERTY(QString hoveredAddress READ hoveredAddress NOTIFY hoveredChanged)
    //! Who is selected, likewise. Whoever leaves is no longer selected.
    Q_PROPERTY(QString selectedAddress READ selectedAddress NOTIFY selectedChanged)
    //! How many people are in view.
    Q_PROPERTY(int shownCount READ shownCount NOTIFY shownCountChanged)

public:
    explicit MapItem(QQuickItem *parent = nullptr);

    //! About the middle of the map.
    Q_INVOKABLE void zoomIn();
    Q_INVOKABLE void zoomOut();
    //! What is under `pixel` stays there; while it follows me, I do.
    Q_INVOKABLE void zoomAbout(QPointF pixel, double factor);
    //! So that everybody is seen with their name, no larger than usual; follows me no more.
    Q_INVOKABLE void fitEverybody();
    //! Looks at the middle of a parcel, and follows me no more. Coordinates no parcel can have are brought to the edge.
    Q_INVOKABLE void goToParcel(int x, int z);
    //! Puts where I stand onto the clipboard: `12,-7 (200.0, 0.0, -104.5)`.
    Q_INVOKABLE void copyPosition() const;
    //! Whose disc is there, as 0x and 40 digits (EIP-55); empty: nobody's.
    Q_INVOKABLE QString personAt(QPointF pixel) const;
    //! Selects somebody of the crowd by their address; false when they are not there.
    Q_INVOKABLE bool select(const QString &address);
    //! Looks at who is selected, and follows me no more; false when nobody is.
    Q_INVOKABLE bool showSelected();
    //! False when nobody was selected.
    Q_INVOKABLE bool clearSelection();

    PeerScene *peerScene() const { return m_peerScene; }
    void setPeerScene(PeerScene *peerScene);
    AvatarController *avatar() const { return m_avatar; }
    void setAvatar(AvatarController *avatar);
    MapTiles *tiles() const { return m_tiles; }
    void setTiles(MapTiles *tiles);
    bool follow() const { return m_follow; }
    void setFollow(bool follow);
    bool isTalking() const { return m_view.isTalking; }
    void setTalking(bool talking) { setLook(m_view.isTalking, talking); }
    bool isStill() const { return m_view.isStill; }
    void setStill(bool still) { setLook(m_view.isStill, still); }
    double hearing() const { return m_hearing; }
    void setHearing(double metres);
    QColor paper() const { return m_view.colors.paper; }
    void setPaper(const QColor &color) { setLook(m_view.colors.paper, color); }
    QColor ink() const { return m_view.colors.ink; }
    void setInk(const QColor &color) { setLook(m_view.colors.ink, color); }
    QColor quiet() const { return m_view.colors.quiet; }
    void setQuiet(const QColor &color) { setLook(m_view.colors.quiet, color); }
    QColor grid() const { return m_view.colors.grid; }
    void setGrid(const QColor &color) { setLook(m_view.colors.grid, color); }
    QColor accent() const { return m_view.colors.accent; }
    void setAccent(const QColor &color) { setLook(m_view.colors.accent, color); }
    QColor warn() const { return m_view.colors.warn; }
    void setWarn(const QColor &color) { setLook(m_view.colors.warn, color); }
    const QFont &font() const { return m_view.font; }
    void setFont(const QFont &font) { setLook(m_view.font, font); }
    const QRectF &buttons() const { return m_view.buttons; }
    void setButtons(const QRectF &buttons) { setLook(m_view.buttons, buttons); }
    QString hoveredAddress() const { return spelled(m_view.hovered); }
    QString selectedAddress() const { return spelled(m_view.selected); }
    int shownCount() const { return m_shownCount; }
    //! About me, the farthest one hears first, if there is one.
    const QList<MapRing> &rings() const { return m_view.rings; }
    //! What is drawn now.
    const MapScene &scene() const { return *m_scene; }

signals:
    void peerSceneChanged();
    void avatarChanged();
    void tilesChanged();
    void followChanged();
    void lookChanged();
    void hoveredChanged();
    void selectedChanged();
    void shownCountChanged();
    void personClicked(const QString &address);

protected:
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override { m_pressed.reset(); }
    void hoverEnterEvent(QHoverEvent *event) override { hoverMoveEvent(event); }
    void hoverMoveEvent(QHoverEvent *event) override;
    void hoverLeaveEvent(QHoverEvent *event) override;

private:
    template<typename T> void setLook(T &mine, const T &wanted)
    {
        if (mine == wanted)
            return;
        mine = wanted;
        polish();
        emit lookChanged();
    }
    //! False when it is watched already.
    template<typename T, typename Slot> bool watch(QPointer<T> &mine, T *wanted, void (T::*news)(), Slot slot)
    {
        if (mine == wanted)
            return false;
        if (mine)
            mine->disconnect(this);
        mine = wanted;
        if (wanted)
            connect(wanted, news, this, slot);
        polish();
        return true;
    }
    static QString spelled(const std::optional<Address> &address);
    void setHovered(const std::optional<Address> &address);
    bool setSelected(const std::optional<Address> &address);
    void click(QPointF pixel);
    bool isOverMark(QPointF pixel) const;
    void animate();
    void drawIn(std::chrono::milliseconds wait);
    std::chrono::milliseconds frameTime() const;
    void forgetWhoLeft();
    QRectF roomForPeople() const;

    QPointer<PeerScene> m_peerScene;
    QPointer<AvatarController> m_avatar;
    QPointer<MapTiles> m_tiles;
    bool m_follow = true;
    double m_hearing = 0;
    MapScene::View m_view;
    std::shared_ptr<MapScene> m_scene = std::make_shared<MapScene>(); //!< shared with its node, which may go later
    int m_shownCount = 0;
    QTimer m_frame;
    QElapsedTimer m_lastFrame;
    std::optional<QPointF> m_pressed; //!< where the button went down
    bool m_isDragging = false;
    QPointF m_lastDrag;
};

} // namespace islet
