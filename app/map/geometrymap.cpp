// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/geometrymap.h"

#include <QQuickWindow>
#include <QSGVertexColorMaterial>

#include <array>
#include <cmath>
#include <numbers>

namespace islet {

namespace {

constexpr int cornersOfBox = 6; // two triangles

//! Fills a node's geometry with colored triangles.
class ColoredTriangles {
public:
    ColoredTriangles(QSGGeometryNode &node, std::size_t vertices)
        : m_node(node)
    {
        node.geometry()->allocate(static_cast<int>(vertices));
        m_next = node.geometry()->vertexDataAsColoredPoint2D();
    }
    ~ColoredTriangles() { m_node.markDirty(QSGNode::DirtyGeometry); }
    Q_DISABLE_COPY_MOVE(ColoredTriangles)

    void add(QPointF at, QRgb color)
    {
        const QRgb p = qPremultiply(color);
        (m_next++)->set(static_cast<float>(at.x()), static_cast<float>(at.y()), static_cast<uchar>(qRed(p)),
                        static_cast<uchar>(qGreen(p)), static_cast<uchar>(qBlue(p)), static_cast<uchar>(qAlpha(p)));
    }
    void addQuad(const std::array<QPointF, 4> &corners, QRgb color)
    {
        for (const int corner : {0, 1, 2, 0, 2, 3})
            add(corners[static_cast<std::size_t>(corner)], color);
    }
    void addBox(const QRectF &box, QRgb color)
    {
        addQuad({box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}, color);
    }
    void addStroke(const MapStroke &stroke)
    {
        const QPointF direction = stroke.to - stroke.from;
        const double length = std::max(std::hypot(direction.x(), direction.y()), 1e-6);
        const QPointF side = QPointF(-direction.y(), direction.x()) * (static_cast<double>(stroke.width) / 2 / length);
        addQuad({stroke.from + side, stroke.to + side, stroke.to - side, stroke.from - side}, stroke.color);
    }

private:
    QSGGeometryNode &m_node;
    QSGGeometry::ColoredPoint2D *m_next;
};

constexpr int coneSlices = 12;

void addCone(ColoredTriangles &triangles, const MapCone &cone)
{
    const auto at = [&cone](int slice) {
        const double angle =
            (static_cast<double>(cone.degrees) - 45 + 90. * slice / coneSlices) * std::numbers::pi / 180;
        return cone.at + QPointF(std::sin(angle), -std::cos(angle)) * static_cast<double>(cone.radius);
    };
    for (int slice = 0; slice < coneSlices; ++slice) {
        triangles.add(cone.at, cone.color);
        triangles.add(at(slice), cone.color & 0x00ffffffU);
        triangles.add(at(slice + 1), cone.color & 0x00ffffffU);
    }
}

void fillSprites(QSGGeometryNode &node, const std::vector<MapSprite> &sprites, const SpriteSheet &sheet)
{
    node.geometry()->allocate(static_cast<int>(sprites.size() * cornersOfBox));
    auto *next = node.geometry()->vertexDataAsTexturedPoint2D();
    const auto sheetWidth = static_cast<float>(sheet.image().width());
    const auto sheetHeight = static_cast<float>(sheet.image().height());
    const auto ratio = static_cast<float>(sheet.ratio());
    for (const MapSprite &sprite : sprites) {
        const QRect &cell = sheet.rect(sprite.cell);
        const float halfWidth = static_cast<float>(cell.width()) / ratio / 2;
        const float halfHeight = static_cast<float>(cell.height()) / ratio / 2;
        const float left = static_cast<float>(cell.x()) / sheetWidth;
        const float right = static_cast<float>(cell.x() + cell.width()) / sheetWidth;
        const float top = static_cast<float>(cell.y()) / sheetHeight;
        const float bottom = static_cast<float>(cell.y() + cell.height()) / sheetHeight;
        float sine = 0;
        float cosine = 1;
        if (sprite.degrees != 0) {
            const float angle = sprite.degrees * std::numbers::pi_v<float> / 180;
            sine = std::sin(angle);
            cosine = std::cos(angle);
        }
        const auto corner = [&](float x, float y, float u, float v) {
            (next++)->set(sprite.x + x * cosine - y * sine, sprite.y + x * sine + y * cosine, u, v);
        };
        corner(-halfWidth, -halfHeight, left, top);
        corner(halfWidth, -halfHeight, right, top);
        corner(halfWidth, halfHeight, right, bottom);
        corner(-halfWidth, -halfHeight, left, top);
        corner(halfWidth, halfHeight, right, bottom);
        corner(-halfWidth, halfHeight, left, bottom);
    }
    node.markDirty(QSGNode::DirtyGeometry);
}

QSGGeometry *emptyGeometry(const QSGGeometry::AttributeSet &attributes)
{
    auto *geometry = new QSGGeometry(attributes, 0);
    geometry->setDrawingMode(QSGGeometry::DrawTriangles);
    geometry->setVertexDataPattern(QSGGeometry::StreamPattern);
    return geometry;
}

} // namespace

GeometryMap::GeometryMap(QQuickWindow &window)
    : m_window(window)
    , m_paper(addColored())
    , m_tiles(new QSGNode)
    , m_ground(addColored())
    , m_groundSprites(addTextured())
    , m_strokes(addColored())
    , m_boxes(addColored())
    , m_sprites(addTextured())
    , m_edgeBoxes(addColored())
    , m_edgeSprites(addTextured())
{
    m_tiles->setFlag(OwnedByParent);
    insertChildNodeAfter(m_tiles, m_paper);
}

QSGGeometryNode *GeometryMap::addColored()
{
    auto *node = new QSGGeometryNode;
    node->setGeometry(emptyGeometry(QSGGeometry::defaultAttributes_ColoredPoint2D()));
    auto *material = new QSGVertexColorMaterial;
    material->setFlag(QSGMaterial::Blending);
    node->setMaterial(material);
    node->setFlags(OwnsGeometry | OwnsMaterial | OwnedByParent);
    appendChildNode(node);
    return node;
}

QSGGeometryNode *GeometryMap::addTextured()
{
    auto *node = new QSGGeometryNode;
    node->setGeometry(emptyGeometry(QSGGeometry::defaultAttributes_TexturedPoint2D()));
    auto *material = new QSGTextureMaterial;
    material->setFlag(QSGMaterial::Blending);
    material->setFiltering(QSGTexture::Linear);
    node->setMaterial(material);
    node->setFlags(OwnsGeometry | OwnsMaterial | OwnedByParent);
    appendChildNode(node);
    return node;
}

void GeometryMap::update(const MapScene &scene)
{
    updateTexture(scene.sheet());
    updateGround(scene);
    updatePeople(scene);
}

void GeometryMap::updateTexture(const SpriteSheet &sheet)
{
    if (m_texture && m_version == sheet.version())
        return;
    m_version = sheet.version();
    std::unique_ptr<QSGTexture> texture(
        m_window.createTextureFromImage(sheet.image(), QQuickWindow::TextureHasAlphaChannel));
    for (QSGGeometryNode *node : {m_groundSprites, m_sprites, m_edgeSprites}) {
        static_cast<QSGTextureMaterial *>(node->material())->setTexture(texture.get());
        node->markDirty(DirtyMaterial);
    }
    m_texture = std::move(texture);
}

void GeometryMap::updateGround(const MapScene &scene)
{
    const MapPicture &picture = scene.picture();
    const int height = scene.sheet().image().height();
    // Texture coordinates are fractions of the sheet's height, so they change when it grows.
    if (m_groundVersion == picture.groundVersion && m_sheetHeight == height)
        return;
    m_groundVersion = picture.groundVersion;
    m_sheetHeight = height;
    ColoredTriangles paper(*m_paper, cornersOfBox);
    paper.addBox(QRectF({}, picture.size), picture.paper | 0xff000000U);
    updateTiles(picture.tiles);
    ColoredTriangles ground(*m_ground, picture.groundBoxes.size() * cornersOfBox);
    for (const MapBox &box : picture.groundBoxes)
        ground.addBox(box.box, box.color);
    fillSprites(*m_groundSprites, picture.groundSprites, scene.sheet());
    ColoredTriangles strokes(*m_strokes, picture.strokes.size() * cornersOfBox);
    for (const MapStroke &stroke : picture.strokes)
        strokes.addStroke(stroke);
    ColoredTriangles edges(*m_edgeBoxes, picture.edgeBoxes.size() * cornersOfBox);
    for (const MapBox &box : picture.edgeBoxes)
        edges.addBox(box.box, box.color);
    fillSprites(*m_edgeSprites, picture.edgeSprites, scene.sheet());
}

//! Textures stay on the GPU while their tile is visible.
void GeometryMap::updateTiles(const std::vector<MapTile> &tiles)
{
    QHash<qint64, QSGSimpleTextureNode *> unseen = std::exchange(m_tileNodes, {});
    for (const MapTile &tile : tiles) {
        QSGSimpleTextureNode *node = unseen.take(tile.image.cacheKey());
        if (!node) {
            node = new QSGSimpleTextureNode;
            node->setFlag(OwnedByParent);
            node->setTexture(m_window.createTextureFromImage(tile.image, QQuickWindow::TextureIsOpaque));
            node->setOwnsTexture(true);
            m_tiles->appendChildNode(node);
        }
        node->setRect(tile.box);
        node->setFiltering(tile.isEnlarged() ? QSGTexture::Nearest : QSGTexture::Linear);
        m_tileNodes.insert(tile.image.cacheKey(), node);
    }
    for (QSGSimpleTextureNode *node : std::as_const(unseen)) {
        m_tiles->removeChildNode(node);
        delete node;
    }
}

void GeometryMap::updatePeople(const MapScene &scene)
{
    const MapPicture &picture = scene.picture();
    ColoredTriangles boxes(*m_boxes, picture.boxes.size() * cornersOfBox + (picture.cone ? 3 * coneSlices : 0));
    for (const MapBox &box : picture.boxes)
        boxes.addBox(box.box, box.color);
    if (picture.cone)
        addCone(boxes, *picture.cone);
    fillSprites(*m_sprites, picture.sprites, scene.sheet());
}

} // namespace islet
