// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/mapitem.h"

#include "app/map/geometrymap.h"
#include "app/map/paintedmapnode.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QQuickWindow>
#include <QStyleHints>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet {

namespace {

// Archipelago's islands: a peer joins within joinDistance and leaves beyond leaveDistance (metres).
constexpr double joinDistance = 64;
constexpr double leaveDistance = 80;

bool isPainted(const QQuickWindow *window)
{
    return window && window->rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
}

} // namespace

MapItem::MapItem(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptHoverEvents(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, &QQuickItem::polish);
    setHearing(0);
}

void MapItem::setPeerScene(PeerScene *peerScene)
{
    if (!watch(m_peerScene, peerScene, &PeerScene::changed, &MapItem::animate))
        return;
    if (peerScene)
        connect(peerScene, &PeerScene::retranslated, this, [this] { setHearing(m_hearing); });
    emit peerSceneChanged();
}

void MapItem::setAvatar(AvatarController *avatar)
{
    if (watch(m_avatar, avatar, &AvatarController::moved, &QQuickItem::polish))
        emit avatarChanged();
}

void MapItem::setTiles(MapTiles *tiles)
{
    if (m_tiles && m_tiles != tiles)
        m_tiles->stopLoading();
    if (watch(m_tiles, tiles, &MapTiles::changed, &QQuickItem::polish))
        emit tilesChanged();
}

void MapItem::setFollow(bool follow)
{
    if (m_follow == follow)
        return;
    m_follow = follow;
    polish();
    emit followChanged();
}

void MapItem::setHearing(double metres)
{
    m_hearing = metres;
    m_view.rings = {{joinDistance, tr("Joins island at %1 m").arg(joinDistance)},
                    {leaveDistance, tr("Leaves island at %1 m").arg(leaveDistance)}};
    if (metres > 0)
        m_view.rings.prepend({metres, tr("Audible within %1 m").arg(QLocale().toString(std::lround(metres)))});
    polish();
    emit viewChanged();
}

//! Without a GPU each frame copies the whole window, so draws less often; no one walks more than a pixel in 33 ms.
std::chrono::milliseconds MapItem::frameTime() const
{
    return isPainted(window()) ? 33ms : 16ms;
}

void MapItem::animate()
{
    const auto since = m_lastFrame.isValid() ? std::chrono::milliseconds(m_lastFrame.elapsed()) : frameTime();
    scheduleFrame(std::max(0ms, frameTime() - since));
}

void MapItem::scheduleFrame(std::chrono::milliseconds wait)
{
    if (isVisible() && (!m_frame.isActive() || m_frame.remainingTimeAsDuration() > wait))
        m_frame.start(wait);
}

//! Builds the picture on the GUI thread; updatePaintNode() hands it to the node.
void MapItem::updatePolish()
{
    m_lastFrame.start();
    if (m_follow && m_avatar)
        m_view.camera.center = QPointF(m_avatar->placement().position.x, m_avatar->placement().position.z);
    m_view.camera.size = size();
    m_view.ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    m_view.tiles = m_tiles ? m_tiles->setView(m_view.camera, m_view.colors.paper) : std::vector<MapTile>();
    forgetDepartedPeers();
    m_scene->build(m_peerScene, m_avatar, m_view);
    update();
    m_frame.stop();
    if (const auto unchangedFor = m_scene->timeToNextChange())
        scheduleFrame(std::max(frameTime(), std::chrono::ceil<std::chrono::milliseconds>(*unchangedFor)));
    const int shown = static_cast<int>(m_peerScene ? m_scene->people().shown() : 0);
    if (std::exchange(m_shownCount, shown) != shown)
        emit shownCountChanged();
}

QSGNode *MapItem::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    if (!isPainted(window())) {
        auto *node = old ? static_cast<GeometryMap *>(old) : new GeometryMap(*window());
        node->update(*m_scene);
        return node;
    }
    auto *node = old ? static_cast<PaintedMapNode *>(old) : new PaintedMapNode(*window());
    node->update(m_scene);
    return node;
}

void MapItem::forgetDepartedPeers()
{
    const auto isGone = [this](const std::optional<Address> &address) {
        return address && (!m_peerScene || !m_peerScene->find(*address));
    };
    if (isGone(m_view.hovered))
        setHovered(std::nullopt);
    if (isGone(m_view.selected))
        setSelected(std::nullopt);
}

void MapItem::zoomAbout(QPointF pixel, double factor)
{
    if (!(factor > 0) || !std::isfinite(factor))
        return;
    // While following, my avatar stays in the centre.
    m_view.camera.zoomAbout(m_follow ? boundingRect().center() : pixel, factor);
    polish();
}

void MapItem::fitEveryone()
{
    QRectF all = m_peerScene ? m_peerScene->bounds() : QRectF();
    if (m_avatar)
        all = all.united(PeerScene::boundsOf(m_avatar->placement().position));
    if (all.isEmpty() || width() <= 0 || height() <= 0)
        return;
    setFollow(false);
    MapCamera &camera = m_view.camera;
    const QRectF area = m_scene->areaForPeople(m_view.buttons, boundingRect());
    camera.fit(all, area);
    // If not everyone fits, the centre may be empty: shows my avatar instead.
    const QSizeF seen = all.size() * camera.scale;
    if (m_avatar && (seen.width() > area.width() + 1 || seen.height() > area.height() + 1)) {
        const Vec3 &me = m_avatar->placement().position;
        camera.placeAt(QPointF(me.x, me.z), area.center());
    }
    polish();
}

void MapItem::goToParcel(int x, int z)
{
    static constexpr int maxParcel = 6'249; // 100 km, the limit of plausible positions
    setFollow(false);
    const auto middle = [](int parcel) {
        return (std::clamp(parcel, -maxParcel - 1, maxParcel) + 0.5) * static_cast<double>(parcelSize);
    };
    m_view.camera.center = {middle(x), middle(z)};
    polish();
}

void MapItem::copyPosition() const
{
    if (!m_avatar)
        return;
    const Vec3 &me = m_avatar->placement().position;
    const Parcel parcel = parcelOf(me);
    const auto metres = [](float value) { return QString::number(static_cast<double>(value), 'f', 1); };
    QGuiApplication::clipboard()->setText(
        u"%1,%2 (%3, %4, %5)"_s.arg(parcel.x).arg(parcel.z).arg(metres(me.x), metres(me.y), metres(me.z)));
}

QString MapItem::personAt(QPointF pixel) const
{
    const PeerScene::ScenePeer *peer = m_peerScene ? islet::personAt(*m_peerScene, m_view.camera, pixel) : nullptr;
    return peer ? peer->address.toChecksummed() : QString();
}

bool MapItem::select(const QString &address)
{
    const auto person = Address::parse(address);
    if (!person || !m_peerScene || !m_peerScene->find(*person))
        return false;
    setSelected(*person);
    return true;
}

bool MapItem::clearSelection()
{
    return setSelected(std::nullopt);
}

QString MapItem::toText(const std::optional<Address> &address)
{
    return address ? address->toChecksummed() : QString();
}

void MapItem::setHovered(const std::optional<Address> &address)
{
    if (std::exchange(m_view.hovered, address) == address)
        return;
    polish();
    emit hoveredChanged();
}

//! Returns whether the selection has changed.
bool MapItem::setSelected(const std::optional<Address> &address)
{
    if (m_view.selected == address)
        return false;
    m_view.selected = address;
    polish();
    emit selectedChanged();
    return true;
}

void MapItem::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    m_view.camera.size = newGeometry.size();
    polish();
}

void MapItem::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemVisibleHasChanged || change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        polish();
}

void MapItem::wheelEvent(QWheelEvent *event)
{
    zoomAbout(event->position(), std::pow(zoomStep, event->angleDelta().y() / 120.)); // eighths of a degree
    event->accept();
}

void MapItem::mousePressEvent(QMouseEvent *event)
{
    m_pressed = m_lastDrag = event->position();
    m_isDragging = false;
    forceActiveFocus(Qt::MouseFocusReason);
    event->accept();
}

void MapItem::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return;
    const QPointF moved = event->position() - *m_pressed;
    if (!m_isDragging && moved.manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
        return;
    m_isDragging = true;
    setFollow(false);
    const QPointF step = event->position() - m_lastDrag;
    m_view.camera.center += QPointF(-step.x(), step.y()) / m_view.camera.scale;
    m_lastDrag = event->position();
    polish();
}

void MapItem::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressed && !m_isDragging)
        click(event->position());
    m_pressed.reset();
    m_isDragging = false;
}

bool MapItem::showSelected()
{
    const PeerScene::ScenePeer *peer = m_peerScene && m_view.selected ? m_peerScene->find(*m_view.selected) : nullptr;
    if (!peer)
        return false;
    setFollow(false);
    const Vec3 position = peer->motion.at(m_peerScene->now()).position;
    m_view.camera.center = QPointF(position.x, position.z);
    polish();
    return true;
}

//! The marker that points to the selected person.
bool MapItem::isOverMark(QPointF pixel) const
{
    return m_view.selected && m_scene->people().labels().away().contains(pixel);
}

void MapItem::click(QPointF pixel)
{
    if (isOverMark(pixel) && showSelected())
        return;
    if (const QString person = personAt(pixel); select(person)) {
        emit personClicked(person);
        return;
    }
    clearSelection();
    if (!m_avatar)
        return;
    const QPointF goal = m_view.camera.toWorld(pixel);
    m_avatar->walkTo(static_cast<float>(goal.x()), static_cast<float>(goal.y()));
    polish();
}

void MapItem::hoverMoveEvent(QHoverEvent *event)
{
    const bool isOverMark = this->isOverMark(event->position());
    const PeerScene::ScenePeer *peer =
        m_peerScene && !isOverMark ? islet::personAt(*m_peerScene, m_view.camera, event->position()) : nullptr;
    setHovered(peer ? std::optional(peer->address) : std::nullopt);
    const Qt::CursorShape shape = peer || isOverMark ? Qt::PointingHandCursor : Qt::ArrowCursor;
    if (cursor().shape() != shape)
        setCursor(shape);
    event->ignore();
}

void MapItem::hoverLeaveEvent(QHoverEvent *event)
{
    setHovered(std::nullopt);
    event->ignore();
}

} // namespace islet
