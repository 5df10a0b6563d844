export {
  completeWholes,
  deliveryCounts,
  deliveryDone,
  deliveryUnusable,
  forgetDeliveriesBefore,
  giveUpParts,
  partsOf,
  projectsWithDeliveries,
  purgeDeliveries,
  takeDelivery,
  unusableDeliveries,
  waitingDeliveries,
} from './delivery-store';
export type { DeliveryPlace, StoredDelivery } from './delivery-store';
export { addSource, allSources, replaceSource, sourceById } from './source-store';
